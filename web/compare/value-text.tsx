import { VisibleText } from '../json/visible-text.tsx'

const longestShown = 300

/** A value as it was sent, its beginning. */
export function ValueText({ text }: { text: string | null }) {
  if (text === null) return null
  return (
    <VisibleText text={text.length > longestShown ? `${text.slice(0, longestShown)} …` : text} />
  )
}
