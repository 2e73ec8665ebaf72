import { useMemo } from 'react'
import { imageOf } from '../../shared/body/image.ts'
import type { Part } from '../../shared/body/multipart.ts'
import { decodeBody } from '../../shared/events/decode.ts'
import { prettyText } from '../../shared/json/line.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { hexRow } from './hex.ts'
import { LongText } from './long-text.tsx'
import { Picture } from './picture.tsx'
import style from './body.module.css'

/** As much of a part as can be judged by eye. */
const longestPart = 100_000

/** What a part holds: a picture, JSON in lines, text, or the first of its bytes. */
export function PartContent({ part, bytes }: { part: Part; bytes: Uint8Array }) {
  const { start, end, contentType } = part
  const { image, text } = useMemo(() => {
    const content = bytes.subarray(start, Math.min(end, start + longestPart))
    const isWhole = content.length === end - start
    return { image: imageOf(content), text: textOf(content, contentType, isWhole) }
  }, [bytes, start, end, contentType])
  if (image) return <Picture image={image} bytes={bytes.subarray(start, end)} />
  return (
    <div className={style.value}>
      <LongText text={text} />
    </div>
  )
}

function textOf(content: Uint8Array, contentType: string | null, isWhole: boolean): string {
  const { text } = decodeBody(content, contentType)
  if (text === null) return dump(content.subarray(0, 128))
  if (!isWhole || !/^\s*[{[]/.test(text)) return text
  const doc = parseJson(text)
  return doc.error ? text : prettyText(doc)
}

function dump(bytes: Uint8Array): string {
  const rows = Array.from({ length: Math.ceil(bytes.length / 8) }, (_, row) => {
    const { hex, ascii } = hexRow(bytes, row * 8, 8)
    return `${hex}  ${ascii}`
  })
  return rows.join('\n')
}
