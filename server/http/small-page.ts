import { createHash } from 'node:crypto'
import { smallPageStyle } from './small-page-style.ts'

/** What a page says that the server writes itself; all of it is text, and escaped. */
export type SmallPage = {
  title: string
  paragraphs: readonly string[]
  /** The one way on from here. */
  link?: { text: string; href: string } | undefined
  /** In small print: what a person may be asked for. */
  code?: string
}

/** Source for `style-src`: the one inline style is named by its hash, so that no other can be slipped in. */
export const smallPageStyleSource = `'sha256-${createHash('sha256').update(smallPageStyle).digest('base64')}'`

const brand =
  '<svg viewBox="0 0 16 16" aria-hidden="true">' +
  '<path d="M2.5 9h3l1 2h3l1-2h3M2.5 9l2-5.5h7l2 5.5v3.5h-11z"/></svg>Binspect'

/** Writes a page without script, for who is not, or not yet, at the page itself. */
export function writeSmallPage({ title, paragraphs, link, code }: SmallPage): string {
  const parts = [
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    link && `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>`,
    code && `<p><code>${escapeHtml(code)}</code></p>`,
  ]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${smallPageStyle}</style>
<header>${brand}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${parts.filter(Boolean).join('\n')}
</main>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
