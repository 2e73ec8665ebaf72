import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { VisibleText } from './visible-text.tsx'
import style from './code.module.css'

/** Longest piece of a token that is shown at first; each further step shows ten times as much. */
const shownAtFirst = 2_000

/** A token as sent; a long one shows its beginning, and more when asked. */
export function TokenText({ text, kind }: { text: string; kind: string | undefined }) {
  const { t } = useWords()
  const [shown, setShown] = useState(shownAtFirst)
  const rest = text.length - shown
  return (
    <span className={kind}>
      <EscapedText text={rest > 0 ? text.slice(0, shown) : text} />
      {rest > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={style.more}
          onClick={() => setShown(shown * 10)}
        >
          {t('json.showMore', { n: rest })}
        </button>
      )}
    </span>
  )
}

/** The escapes of a string stand out, and say on hover what they stand for. */
function EscapedText({ text }: { text: string }) {
  if (!text.includes('\\')) return <VisibleText text={text} />
  return text.split(escapes).map((piece, index) =>
    // Every second piece is what the pattern has caught.
    index % 2 === 0 ? (
      <VisibleText key={index} text={piece} />
    ) : (
      <span key={index} className={style.escape} title={meaningOf(piece)}>
        {piece}
      </span>
    ),
  )
}

const escapes =
  /(\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\["\\/bfnrt])/

function meaningOf(escape: string): string | undefined {
  const meaning = String(JSON.parse(`"${escape}"`))
  return /[\p{C}\p{Z}]/u.test(meaning) ? undefined : meaning
}
