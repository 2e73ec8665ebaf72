import { at, isKind, Kind, rawAt, type JsonDocument } from '../../shared/json/document.ts'
import type { Line } from '../../shared/json/line.ts'
import type { Issue } from '../../shared/events/verdict.ts'
import type { ReactNode } from 'react'
import { worstOf } from './worst-of.ts'
import { useWords } from '../words/use-words.ts'
import { sizeOf } from './path.ts'
import { TokenText } from './token-text.tsx'
import { VisibleText } from './visible-text.tsx'
import style from './code.module.css'

type JsonLineProps = {
  doc: JsonDocument
  line: Line
  /** What was found in the line. */
  issues: readonly Issue[] | undefined
  isFolded: boolean
  onUnfold: () => void
}

/** The tokens of one line, digits and escapes as sent. */
export function JsonLine({ doc, line, issues, isFolded, onUnfold }: JsonLineProps) {
  if (line.role === 'rest') return <RestText text={doc.text.slice(line.start, line.end)} />
  return (
    <>
      {line.key >= 0 && (
        <Marked issues={issues} start={at(doc.starts, line.key)} end={at(doc.ends, line.key)}>
          <TokenText text={rawAt(doc, line.key)} kind={style.key} />
        </Marked>
      )}
      {line.key >= 0 && line.node >= 0 && <span className={style.mark}>: </span>}
      {line.key < 0 && line.node < 0 && <RestText text={doc.text.slice(line.start, line.end)} />}
      {line.node >= 0 && (
        <Marked issues={issues} start={line.start} end={line.end}>
          <Value doc={doc} line={line} />
        </Marked>
      )}
      {isFolded && <Folded doc={doc} node={line.node} onUnfold={onUnfold} />}
      {line.comma && !(line.role === 'open') && <span className={style.mark}>,</span>}
    </>
  )
}

type MarkedProps = {
  issues: readonly Issue[] | undefined
  start: number
  end: number
  children: ReactNode
}

/** A token with a line under it where something is wrong with it. */
function Marked({ issues, start, end, children }: MarkedProps) {
  const found = issues?.filter(({ range }) => range && range.start < end && range.end > start)
  // What is wrong with all that a line opens is not wrong with its bracket.
  const own = found?.filter(({ range }) => range && range.start >= start) ?? []
  if (own.length === 0) return children
  return <span className={`${style.flaw} ${style[`${worstOf(own)}Flaw`]}`}>{children}</span>
}

function Value({ doc, line }: { doc: JsonDocument; line: Line }) {
  const { role, node } = line
  const text = doc.text.slice(line.start, line.end)
  if (role !== 'value') return <span className={style.mark}>{text}</span>
  if (isKind(doc, node, Kind.string)) return <TokenText text={text} kind={style.string} />
  if (isKind(doc, node, Kind.number)) return <TokenText text={text} kind={style.digits} />
  const isEmpty = isKind(doc, node, Kind.object) || isKind(doc, node, Kind.array)
  if (isEmpty) return <span className={style.mark}>{`${text.charAt(0)}${text.slice(-1)}`}</span>
  return <span className={style.word}>{text}</span>
}

/** What a fold hides, by number. */
function Folded({
  doc,
  node,
  onUnfold,
}: {
  doc: JsonDocument
  node: number
  onUnfold: () => void
}) {
  const { t } = useWords()
  const isArray = isKind(doc, node, Kind.array)
  const n = sizeOf(doc, node)
  return (
    <>
      <button type="button" tabIndex={-1} className={style.ellipsis} onClick={onUnfold}>
        {t(isArray ? 'json.elements' : 'json.members', { n })}
      </button>
      <span className={style.mark}>{isArray ? ']' : '}'}</span>
    </>
  )
}

/** What could not be read, as it is. */
function RestText({ text }: { text: string }) {
  return (
    <span className={style.rest}>
      <VisibleText text={text.slice(0, 2_000)} />
    </span>
  )
}
