import { isUtf8 } from 'node:buffer'
import type { RequestHead } from '../../../shared/request.ts'
import type { BodyFile } from '../store.ts'
import type { Totals } from './log-bin.ts'
import { unsealed } from './page.ts'
import type { Run } from './runs.ts'

/** Totals of a bin, and which requests are gone since the line before. */
export type ControlLine = { bin: string; totals: Totals; gone: Run[] }

export function controlLine(control: ControlLine): string {
  return `${unsealed}${JSON.stringify(control).slice(1)}\n`
}

/**
 * A request as one line of JSON, up to its body. What is needed to rebuild the index comes first, in
 * fixed order, so that the start reads it without parsing JSON. Written by hand, because this is the
 * hottest code of the server and `JSON.stringify` of the whole takes twice as long.
 */
export function requestLine(
  bin: string,
  seq: number,
  head: RequestHead,
  body: Buffer | BodyFile,
): string {
  const inline = Buffer.isBuffer(body)
  const kept = inline ? body.length : body.size
  const file = inline ? '' : `"file":"${body.file}","sha256":"${body.sha256}",`
  return `${unsealed}"bin":"${bin}","seq":${seq},"receivedAt":${head.receivedAt},"kept":${kept},${file}"flags":${list(head.flags)},${rest(head)}${inline ? ',' : '}\n'}`
}

/** The end of a request's line: its body as text where it is text, else as base64. */
export function bodyText(body: Buffer): string {
  return isUtf8(body)
    ? `"text":${JSON.stringify(body.toString())}}\n`
    : `"base64":"${body.toString('base64')}"}\n`
}

function rest(head: RequestHead): string {
  const { method, target, httpVersion, rawHeaders, rawTrailers, peer, reply } = head
  const from = `{"address":${JSON.stringify(peer.address)},"port":${peer.port}}`
  const given = `{"status":${reply.status},"delay":${reply.delay},"outcome":"${reply.outcome}"}`
  return `"completedAt":${head.completedAt},"method":${JSON.stringify(method)},"target":${JSON.stringify(target)},"httpVersion":${JSON.stringify(httpVersion)},"rawHeaders":${list(rawHeaders)},"rawTrailers":${list(rawTrailers)},"peer":${from},"size":${head.size},"reply":${given}`
}

function list(items: string[]): string {
  return items.length === 0 ? '[]' : JSON.stringify(items)
}
