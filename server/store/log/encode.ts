import { isUtf8 } from 'node:buffer'
import type { RequestHead } from '../../../shared/request.ts'
import type { BodyFile } from '../store.ts'
import { lineFeed, unsealed, type Page } from './page.ts'
import type { Run } from './runs.ts'

/** Totals that outlive the requests they were counted from. */
export type Totals = {
  /** Highest sequence number that is kept. */
  latest: number
  horizon: number
  evicted: number
  truncated: number
  aborted: number
  rejected: number
}

/** Totals of a bin, and which requests are gone since the line before. */
export type ControlLine = { bin: string; totals: Totals; gone: Run[] }

export function controlLine(control: ControlLine): string {
  return `${unsealed}${JSON.stringify(control).slice(1)}\n`
}

/** Stands between the JSON of a line, in which it is always escaped, and the body. */
export const tab = 9

/** Puts a request on a page, as one line. @returns its bytes. */
export function addRequest(
  page: Page,
  bin: string,
  seq: number,
  head: RequestHead,
  body: Buffer | BodyFile,
): number {
  if (!Buffer.isBuffer(body)) {
    const { file, size, sha256 } = body
    return page.add(
      `${start(bin, seq, head, size)}"file":"${file}","sha256":"${sha256}",${rest(head)}}\n`,
    )
  }
  const line = `${start(bin, seq, head, body.length)}${rest(head)}`
  if (!isUtf8(body)) return page.add(`${line},"base64":"${body.toString('base64')}"}\n`)
  return body.includes(lineFeed)
    ? page.add(`${line},"text":${JSON.stringify(body.toString())}}\n`)
    : page.addWithBytes(`${line}}\t`, body)
}

/**
 * What is needed to rebuild the index comes first, in fixed order, so that the start reads it
 * without parsing JSON. Written by hand, because this is the hottest code of the server and
 * `JSON.stringify` of the whole takes twice as long.
 */
function start(bin: string, seq: number, head: RequestHead, kept: number): string {
  return `${unsealed}"bin":"${bin}","seq":${seq},"receivedAt":${head.receivedAt},"kept":${kept},"flags":${list(head.flags)},`
}

function rest(head: RequestHead): string {
  const { method, target, httpVersion, rawHeaders, rawTrailers, peer, reply } = head
  const tunnel = peer.tunnel ? ',"tunnel":true' : ''
  const from = `{"address":${JSON.stringify(peer.address)},"port":${peer.port}${tunnel}}`
  const given = `{"status":${reply.status},"delay":${reply.delay},"outcome":"${reply.outcome}"}`
  return `"completedAt":${head.completedAt},"method":${JSON.stringify(method)},"target":${JSON.stringify(target)},"httpVersion":${JSON.stringify(httpVersion)},"rawHeaders":${list(rawHeaders)},"rawTrailers":${list(rawTrailers)},"peer":${from},"size":${head.size},"reply":${given}`
}

function list(items: string[]): string {
  return items.length === 0 ? '[]' : JSON.stringify(items)
}
