import { hash } from 'node:crypto'
import type { RequestHead, StoredRequest } from '../../../shared/request.ts'
import type { BodyFile } from '../store.ts'
import { tab, type ControlLine } from './encode.ts'
import { isSound } from './page.ts'

/** The part of a request that the index keeps. */
export type Outline = {
  seq: number
  receivedAt: number
  /** Bytes of its body. */
  kept: number
  /** Name of its body file; empty where the body stands in the line. */
  file: string
  truncated: boolean
  aborted: boolean
}

/** What a line of the log says. */
export type LogLine =
  | { kind: 'request'; bin: string; outline: Outline }
  | { kind: 'control'; bin: string; control: ControlLine }
  | { kind: 'damaged' }

/** A request read back, with its body or the file that holds it. */
export type Decoded = { request: StoredRequest; body: Buffer | BodyFile }

const longestOutline = 512
const requestStart =
  /^\{"crc":"[0-9a-f]{8}","bin":"([^"]*)","seq":(\d+),"receivedAt":([^,]+),"kept":(\d+),"flags":\[([^\]]*)\](?:,"file":"([^"]*)")?/
const controlStart = /^\{"crc":"[0-9a-f]{8}","bin":"[^"]*","totals":/

/** Reads a line's outline and checks it whole. @param end behind its line feed. */
export function outline(bytes: Buffer, start: number, end: number): LogLine {
  const text = bytes.toString('latin1', start, Math.min(end, start + longestOutline))
  const request = requestStart.exec(text)
  if ((!request && !controlStart.test(text)) || !isSound(bytes, start, end)) {
    return { kind: 'damaged' }
  }
  if (!request) {
    // The checksum vouches that it stands as `controlLine` wrote it.
    const { bin, totals, gone } = JSON.parse(bytes.toString('utf8', start, end)) as ControlLine
    return { kind: 'control', bin, control: { bin, totals, gone } }
  }
  const [, bin = '', seq, receivedAt, kept, flags = '', file = ''] = request
  return {
    kind: 'request',
    bin,
    outline: {
      seq: Number(seq),
      receivedAt: Number(receivedAt),
      kept: Number(kept),
      file,
      truncated: flags.includes('"truncated"'),
      aborted: flags.includes('"aborted"'),
    },
  }
}

/** Reads a request back; `undefined` where the line is not what was written for it. */
export function decodeRequest(bytes: Buffer, bin: string, seq: number): Decoded | undefined {
  if (!isSound(bytes, 0, bytes.length)) return undefined
  // The checksum vouches that it stands as `addRequest` or `controlLine` wrote it.
  const head = bytes.indexOf(tab)
  const line = JSON.parse(bytes.toString('utf8', 0, head === -1 ? bytes.length : head)) as Line
  if (line.bin !== bin || line.seq !== seq) return undefined
  const body = head === -1 ? bodyOf(line) : Buffer.from(bytes.subarray(head + 1, -1))
  // Counted anew for what stands in the line: that spares the writer the work.
  const sha256 = Buffer.isBuffer(body) ? hash('sha256', body) : body.sha256
  return { request: requestOf(line, sha256), body }
}

/** Field by field: that takes half the time of "all but some". */
function requestOf(line: Line, sha256: string): StoredRequest {
  return {
    bin: line.bin,
    seq: line.seq,
    receivedAt: line.receivedAt,
    completedAt: line.completedAt,
    method: line.method,
    target: line.target,
    httpVersion: line.httpVersion,
    rawHeaders: line.rawHeaders,
    rawTrailers: line.rawTrailers,
    peer: line.peer,
    size: line.size,
    flags: line.flags,
    reply: line.reply,
    storedSize: line.kept,
    sha256,
  }
}

function bodyOf({ text = '', base64, file, kept, sha256 = '' }: Line): Buffer | BodyFile {
  if (file !== undefined) return { file, size: kept, sha256 }
  return base64 === undefined ? Buffer.from(text) : Buffer.from(base64, 'base64')
}

type Line = RequestHead & {
  bin: string
  seq: number
  kept: number
  text?: string
  base64?: string
  file?: string
  sha256?: string
}
