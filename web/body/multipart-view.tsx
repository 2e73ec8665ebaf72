import type { Part, Parts } from '../../shared/body/multipart.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { IconButton } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { useWords } from '../words/use-words.ts'
import { safeFileName } from './file-name.ts'
import { PartContent } from './part-content.tsx'
import style from './body.module.css'

type MultipartViewProps = { parts: Parts; bytes: Uint8Array; label: string }

/** The parts of a multipart body: names, types, sizes, what they hold, and a way to take each along. */
export function MultipartView({
  parts: { parts, count, isClosed },
  bytes,
  label,
}: MultipartViewProps) {
  const say = useBodyWords()
  return (
    <ScrollRegion className={style.scroll} label={label}>
      {!isClosed && <p className={style.note}>{say('multipart.open')}</p>}
      <ol aria-label={say('multipart.parts', { n: count })}>
        {parts.map((part, index) => (
          <PartItem key={index} part={part} number={index + 1} bytes={bytes} />
        ))}
      </ol>
      {count > parts.length && (
        <p className={style.note}>{say('multipart.more', { n: count - parts.length })}</p>
      )}
    </ScrollRegion>
  )
}

function PartItem({ part, number, bytes }: { part: Part; number: number; bytes: Uint8Array }) {
  const { format } = useWords()
  const say = useBodyWords()
  const { name, filename, contentType, start, end } = part
  const facts = [filename, contentType, format.bytes(end - start), ...otherHeaders(part)]
  const save = () =>
    saveFile(bytes.slice(start, end), safeFileName(filename || name || `part-${number}`))
  return (
    <li className={style.part}>
      <div className={style.partHead}>
        <span className={style.partName}>
          <VisibleText text={name?.slice(0, 200) || say('multipart.part', { n: number })} />
        </span>
        <span className={style.facts}>
          <VisibleText text={facts.filter(Boolean).join(' · ')} />
        </span>
        <IconButton icon="download" label={say('multipart.save', { n: number })} onClick={save} />
      </div>
      {end > start && <PartContent part={part} bytes={bytes} />}
    </li>
  )
}

/** What a part says of itself beyond its name and type. */
function otherHeaders({ headers }: Part): string[] {
  return headers
    .filter(([name]) => !/^content-(?:disposition|type)$/i.test(name))
    .slice(0, 10)
    .map(([name, value]) => `${name}: ${value}`.slice(0, 200))
}
