import { hash } from 'node:crypto'
import type { RequestHead, StoredRequest } from '../../../shared/request.ts'
import type { BodyFile } from '../store.ts'
import type { ControlLine } from './encode.ts'
import { checksum } from './page.ts'

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
  /^\{"crc":"([0-9a-f]{8})","bin":"([^"]*)","seq":(\d+),"receivedAt":([^,]+),"kept":(\d+),"flags":\[([^\]]*)\](?:,"file":"([^"]*)")?/
const controlStart = /^\{"crc":"([0-9a-f]{8})","bin":"[^"]*","totals":/

/** Reads a line's outline and checks it whole. @param end behind its line feed. */
export function outline(bytes: Buffer, start: number, end: number): LogLine {
  const text = bytes.toString('latin1', start, Math.min(end, start + longestOutline))
  const request = requestStart.exec(text)
  const crc = (request ?? controlStart.exec(text))?.[1]
  if (crc === undefined || Number.parseInt(crc, 16) !== checksum(bytes, start, end)) {
    return { kind: 'damaged' }
  }
  if (!request) {
    // The checksum vouches that it stands as `controlLine` wrote it.
    const { crc: _, ...control } = JSON.parse(bytes.toString('utf8', start, end)) as Sealed
    return { kind: 'control', bin: control.bin, control }
  }
  const [, , bin = '', seq, receivedAt, kept, flags = '', file = ''] = request
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
export function decodeRequest(line: Buffer, bin: string, seq: number): Decoded | undefined {
  const known = outline(line, 0, line.length)
  if (known.kind !== 'request' || known.bin !== bin || known.outline.seq !== seq) {
    return undefined
  }
  // The checksum vouches that it stands as `addRequest` wrote it.
  const { crc: _, kept, text, base64, file, sha256, ...head } = JSON.parse(line.toString()) as Line
  const body =
    file === undefined ? inlineBody(text, base64) : { file, size: kept, sha256: sha256 ?? '' }
  // Counted anew for what stands in the line: that spares the writer the work.
  const digest = Buffer.isBuffer(body) ? hash('sha256', body) : body.sha256
  return { request: { ...head, storedSize: kept, sha256: digest }, body }
}

type Sealed = ControlLine & { crc: string }

type Line = RequestHead & {
  crc: string
  bin: string
  seq: number
  kept: number
  text?: string
  base64?: string
  file?: string
  sha256?: string
}

function inlineBody(text = '', base64: string | undefined): Buffer {
  return base64 === undefined ? Buffer.from(text) : Buffer.from(base64, 'base64')
}
