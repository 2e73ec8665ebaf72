import { useMemo } from 'react'
import type { Part, Parts } from '../../shared/body/multipart.ts'
import { decodeBody } from '../../shared/events/decode.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { IconButton } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useWords } from '../words/use-words.ts'
import { hexRow } from './hex.ts'
import { LongText } from './long-text.tsx'
import { safeFileName } from './file-name.ts'
import style from './body.module.css'

type MultipartViewProps = { parts: Parts; bytes: Uint8Array; label: string }

/** The parts of a multipart body: names, types, sizes, what they hold, and a way to take each along. */
export function MultipartView({
  parts: { parts, count, isClosed },
  bytes,
  label,
}: MultipartViewProps) {
  const { t } = useWords()
  return (
    <ScrollRegion className={style.scroll} label={label}>
      {!isClosed && <p className={style.note}>{t('multipart.open')}</p>}
      <ol aria-label={t('multipart.parts', { n: count })}>
        {parts.map((part, index) => (
          <PartItem key={index} part={part} number={index + 1} bytes={bytes} />
        ))}
      </ol>
      {count > parts.length && (
        <p className={style.note}>{t('multipart.more', { n: count - parts.length })}</p>
      )}
    </ScrollRegion>
  )
}

function PartItem({ part, number, bytes }: { part: Part; number: number; bytes: Uint8Array }) {
  const { t, format } = useWords()
  const { name, filename, contentType, start, end } = part
  const facts = [filename, contentType, format.bytes(end - start)].filter((fact) => fact !== null)
  const save = () =>
    saveFile(bytes.slice(start, end), safeFileName(filename ?? name ?? `part-${number}`))
  return (
    <li className={style.part}>
      <div className={style.partHead}>
        <span className={style.partName}>
          <VisibleText text={name?.slice(0, 200) ?? t('multipart.part', { n: number })} />
        </span>
        <span className={style.facts}>
          <VisibleText text={facts.join(' · ')} />
        </span>
        <IconButton icon="download" label={t('multipart.save', { n: number })} onClick={save} />
      </div>
      {end > start && (
        <div className={style.value}>
          <PartText part={part} bytes={bytes} />
        </div>
      )}
    </li>
  )
}

/** As much of a part as can be judged by eye. */
const longestPart = 100_000

function PartText({ part, bytes }: { part: Part; bytes: Uint8Array }) {
  const { start, end, contentType } = part
  const text = useMemo(() => {
    const content = bytes.subarray(start, Math.min(end, start + longestPart))
    return decodeBody(content, contentType).text ?? dump(content.subarray(0, 128))
  }, [bytes, start, end, contentType])
  return <LongText text={text} />
}

function dump(bytes: Uint8Array): string {
  const rows = Array.from({ length: Math.ceil(bytes.length / 8) }, (_, row) => {
    const { hex, ascii } = hexRow(bytes, row * 8, 8)
    return `${hex} ${ascii}`
  })
  return rows.join('\n')
}
