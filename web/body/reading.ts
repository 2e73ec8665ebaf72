import { formFields, type FormFields } from '../../shared/body/form.ts'
import { imageOf, type ImageFacts } from '../../shared/body/image.ts'
import { bodyKind } from '../../shared/body/kind.ts'
import { layMarkup, type MarkupRows } from '../../shared/body/markup.ts'
import { boundaryOf, readParts, type Parts } from '../../shared/body/multipart.ts'
import { decodeBody } from '../../shared/events/decode.ts'
import { layOut, type LaidOut } from '../json/laid-out.ts'
import { cutRows, type TextRows } from '../json/text-rows.ts'

/** A body, made ready to be shown: only what is in sight is left to be drawn. */
export type BodyView =
  | { kind: 'json'; laidOut: LaidOut }
  | { kind: 'form'; form: FormFields }
  | { kind: 'multipart'; parts: Parts }
  | { kind: 'markup'; rows: MarkupRows }
  | { kind: 'image'; image: ImageFacts }
  | { kind: 'text'; rows: TextRows }
  | { kind: 'binary' }

/** `text` is `null` where the bytes are none. */
export type Reading = { text: string | null; view: BodyView }

/** `best`: as what it is; `plain`: as text without regard to what it means. */
export type ReadAs = 'best' | 'plain'

/** Reads a body. A megabyte of JSON takes about 30 ms: long bodies are read in a worker. */
export function readBytes(bytes: Uint8Array, contentType: string | null, as: ReadAs): Reading {
  const { text } = decodeBody(bytes, contentType)
  return { text, view: viewOf(bytes, text, contentType, as) }
}

/** The same for a body that is there as text already. */
export function readText(text: string, contentType: string | null, as: ReadAs): Reading {
  const start = new TextEncoder().encode(text.slice(0, 100))
  const isMultipart = as === 'best' && boundaryOf(contentType) !== null
  const bytes = isMultipart ? new TextEncoder().encode(text) : start
  return { text, view: viewOf(bytes, text, contentType, as) }
}

function viewOf(
  bytes: Uint8Array,
  text: string | null,
  contentType: string | null,
  as: ReadAs,
): BodyView {
  if (as === 'plain') return plainView(text)
  switch (bodyKind(bytes, text, contentType)) {
    case 'json':
      return jsonView(text ?? '')
    case 'form': {
      const form = formFields(text ?? '')
      return form.count > 0 ? { kind: 'form', form } : plainView(text)
    }
    case 'multipart':
      return { kind: 'multipart', parts: readParts(bytes, boundaryOf(contentType) ?? '') }
    case 'markup': {
      const isHtml =
        /html/i.test(contentType ?? '') || /<!doctype html/i.test((text ?? '').slice(0, 200))
      return { kind: 'markup', rows: layMarkup(text ?? '', isHtml) }
    }
    case 'image': {
      const image = imageOf(bytes)
      return image ? { kind: 'image', image } : plainView(text)
    }
    case 'text':
    case 'binary':
      return plainView(text)
  }
}

/** Where not one token could be read there is nothing to lay out. */
function jsonView(text: string): BodyView {
  const laidOut = layOut(text)
  return laidOut.doc.count === 0 ? plainView(text) : { kind: 'json', laidOut }
}

function plainView(text: string | null): BodyView {
  return text === null ? { kind: 'binary' } : { kind: 'text', rows: cutRows(text) }
}
