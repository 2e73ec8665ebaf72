import { capturedPolicy } from '../http/security-headers.ts'
import { smallPageStyleSource, writeSmallPage } from '../http/small-page.ts'
import { prepareReply, type PreparedReply } from './prepared-reply.ts'

const policy = `${capturedPolicy}; style-src ${smallPageStyleSource}`

/**
 * What a person who opens a capture URL sees: the visit was kept, and where to look at it.
 * @param inspectLink `null` where that is nowhere this person could go
 */
export function visitPage(inspectLink: string | null): PreparedReply {
  const html = writeSmallPage({
    title: 'This visit was captured',
    paragraphs: ['The address keeps every request that is sent to it, your visit too.'],
    link: inspectLink === null ? undefined : { text: 'See what has arrived', href: inspectLink },
  })
  const headers = ['Content-Type', 'text/html; charset=utf-8', 'Referrer-Policy', 'no-referrer']
  return prepareReply(200, headers, html, policy)
}
