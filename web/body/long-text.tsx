import { VisibleText } from '../json/visible-text.tsx'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'

const shownAtFirst = 2_000

/** A text of somebody else: of a long one the beginning, and more when asked. */
export function LongText({ text }: { text: string }) {
  const { t } = useWords()
  const [shown, setShown] = useState(shownAtFirst)
  const rest = text.length - shown
  return (
    <>
      <VisibleText text={rest > 0 ? text.slice(0, shown) : text} />
      {rest > 0 && (
        <Button look="quiet" onClick={() => setShown(shown * 10)}>
          {t('json.showMore', { n: rest })}
        </Button>
      )}
    </>
  )
}
