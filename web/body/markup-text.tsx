import { VisibleText } from '../json/visible-text.tsx'
import code from '../json/code.module.css'

/** A row of markup with its tags set off. */
export function MarkupText({ text }: { text: string }) {
  return text.split(/(<[^>]*>?)/).map((piece, index) =>
    // Every second piece is what the pattern has caught.
    index % 2 === 0 ? (
      <VisibleText key={index} text={piece} />
    ) : (
      <span key={index} className={code.tag}>
        <VisibleText text={piece} />
      </span>
    ),
  )
}
