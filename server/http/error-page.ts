import { createHash } from 'node:crypto'
import type { Problem } from '../../shared/problem.ts'
import { pagePolicy } from './security-headers.ts'

const style =
  ':root{color-scheme:light dark;background:Canvas;color:CanvasText;font:16px/1.5 system-ui,sans-serif}' +
  'main{max-width:36rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}' +
  'p{overflow-wrap:anywhere}code{opacity:.7}'

// The only inline style there is: named by its hash, so that no other can be slipped in.
const policy = pagePolicy(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)

/** Where to go from a page that says what is wrong. */
type Ways = {
  /** What to do, in words. */
  next?: string | undefined
  /** Address of the start page. */
  home?: string | undefined
}

/** A small page that says what a problem document says, and what to do next. */
export function errorPage(problem: Problem, { next, home }: Ways) {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(problem.title)}</title>
<style>${style}</style>
<main>
<h1>${escapeHtml(problem.title)}</h1>
<p>${escapeHtml(problem.detail)}</p>
${next === undefined ? '' : `<p>${escapeHtml(next)}</p>\n`}${home === undefined ? '' : `<p><a href="${home}">Start page</a></p>\n`}<p><code>${problem.status} ${problem.code}</code></p>
</main>
</html>
`
  return { html, policy }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
