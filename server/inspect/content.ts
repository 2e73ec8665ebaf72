import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { headerValues } from '../../shared/headers.ts'

/** Longest result of taking off a Content-Encoding, in bytes: a kilobyte can hold gigabytes. */
export const decodedLimit = 10 * 1024 * 1024
const mostCodings = 5

export type ContentFault = 'unknown' | 'corrupt' | 'too-large'

/** A body whose Content-Encoding cannot be taken off. */
export class ContentError extends Error {
  readonly fault: ContentFault

  constructor(fault: ContentFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ContentError'
    this.fault = fault
  }
}

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

const inflate: Decoder = promisify(zlib.inflate)
const inflateRaw: Decoder = promisify(zlib.inflateRaw)
const gunzip: Decoder = promisify(zlib.gunzip)
const brotli: Decoder = promisify(zlib.brotliDecompress)

const decoders = new Map<string, Decoder>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  // Half the world sends "deflate" without the zlib header that RFC 9110 asks for.
  ['deflate', (bytes, options) => (hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, options)],
  ['br', brotli],
  ...zstd(),
])

/** Content codings of a request in the order they were applied. */
export function codingsOf(rawHeaders: string[]): string[] {
  return headerValues(rawHeaders, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
}

/**
 * A body with its content codings taken off.
 * @throws ContentError
 */
export async function decodeContent(body: Buffer, codings: string[]): Promise<Buffer> {
  if (codings.length > mostCodings) {
    throw new ContentError('unknown', `The body is encoded ${codings.length} times.`)
  }
  let bytes = body
  for (const coding of codings.toReversed()) bytes = await decode(bytes, coding)
  return bytes
}

async function decode(bytes: Buffer, coding: string): Promise<Buffer> {
  const decoder = decoders.get(coding)
  if (!decoder) throw new ContentError('unknown', `The content encoding "${coding}" is not known.`)
  try {
    return await decoder(bytes, { maxOutputLength: decodedLimit })
  } catch (cause) {
    if (isTooLarge(cause)) {
      const limit = decodedLimit / 1024 / 1024
      throw new ContentError('too-large', `The body is larger than ${limit} MiB when decoded.`)
    }
    throw new ContentError('corrupt', `The body is not ${coding}, or not all of it.`, { cause })
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

function hasZlibHeader(bytes: Buffer): boolean {
  return bytes.length > 1 && (bytes.readUInt8(0) & 15) === 8 && bytes.readUInt16BE(0) % 31 === 0
}

/** Node has it from version 22.15 on. */
function zstd(): [string, Decoder][] {
  if (!('zstdDecompress' in zlib) || typeof zlib.zstdDecompress !== 'function') return []
  // The types are those of Node 20; the shape is that of its neighbours.
  const decompress = zlib.zstdDecompress as typeof zlib.gunzip
  return [['zstd', promisify(decompress)]]
}
