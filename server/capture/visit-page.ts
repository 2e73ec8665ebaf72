import { createHash } from 'node:crypto'
import { capturedPolicy } from '../http/security-headers.ts'
import { prepareReply, type PreparedReply } from './prepared-reply.ts'

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}' +
  'main{max-width:36rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}'

// The only style there is: named by its hash, so that no other can be slipped in.
const hash = createHash('sha256').update(style).digest('base64')
const policy = `${capturedPolicy}; style-src 'sha256-${hash}'`

/**
 * What a person who opens a capture URL sees: the visit was kept, and where to look at it.
 * @param inspectLink `null` where that is nowhere this person could go
 */
export function visitPage(inspectLink: string | null): PreparedReply {
  const link =
    inspectLink === null ? '' : `<p><a href="${inspectLink}">See what has arrived</a></p>\n`
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Captured</title>
<style>${style}</style>
<main>
<h1>This visit was captured</h1>
<p>The address keeps every request that is sent to it, your visit too.</p>
${link}</main>
</html>
`
  const headers = ['Content-Type', 'text/html; charset=utf-8', 'Referrer-Policy', 'no-referrer']
  return prepareReply(200, headers, html, policy)
}
