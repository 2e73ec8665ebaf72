import type { JsonDocument } from '../../shared/json/document.ts'
import type { LaidOut } from '../json/laid-out.ts'
import { readBytes, type BodyView, type ReadAs, type Reading } from './reading.ts'

export type Asked = { bytes: Uint8Array; contentType: string | null; as: ReadAs }

/** The text of a document goes over once, not twice. */
type SentView =
  | Exclude<BodyView, { kind: 'json' }>
  | { kind: 'json'; laidOut: Omit<LaidOut, 'doc'> & { doc: Omit<JsonDocument, 'text'> } }

/** The bytes come back: they are moved to and fro, not copied. */
export type Answer = { bytes: Uint8Array; text: string | null; view: SentView }

/** What the worker answers, and the memory that it hands over with it. */
export function answerTo({ bytes, contentType, as }: Asked): {
  answer: Answer
  transfer: ArrayBufferLike[]
} {
  const { text, view } = readBytes(bytes, contentType, as)
  const sent = view.kind === 'json' ? withoutText(view.laidOut) : view
  return {
    answer: { bytes, text, view: sent },
    transfer: [...new Set([bytes.buffer, ...buffersOf(view)])],
  }
}

/** The reading that the page makes of an answer. */
export function readingOf({ text, view }: Answer): Reading {
  if (view.kind !== 'json') return { text, view }
  const { doc, lines } = view.laidOut
  return { text, view: { kind: 'json', laidOut: { doc: { ...doc, text: text ?? '' }, lines } } }
}

function withoutText({ doc, lines }: LaidOut): SentView {
  const { text: _, ...rest } = doc
  return { kind: 'json', laidOut: { doc: rest, lines } }
}

function buffersOf(view: BodyView): ArrayBufferLike[] {
  switch (view.kind) {
    case 'json': {
      const { doc, lines } = view.laidOut
      const arrays = [doc.starts, lines.nodes, lines.depths, lines.matches, lines.roles]
      return arrays.map(({ buffer }) => buffer)
    }
    case 'markup':
      return [view.rows.starts, view.rows.ends, view.rows.depths, view.rows.numbers].map(
        ({ buffer }) => buffer,
      )
    case 'text':
      return [view.rows.starts.buffer, view.rows.ends.buffer, view.rows.numbers.buffer]
    case 'form':
    case 'multipart':
    case 'image':
    case 'binary':
      return []
  }
}
