import zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { codingsOf, decodedLimit, decodeContent } from './content.ts'

const text = Buffer.from('{"hello":"world"}'.repeat(100))

describe('a content encoding is taken off', () => {
  test.each([
    ['gzip', zlib.gzipSync(text)],
    ['x-gzip', zlib.gzipSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ...zstd(),
  ])('%s', async (coding, bytes) => {
    expect(await decodeContent(bytes, [coding])).toEqual(text)
  })

  test('after another', async () => {
    const twice = zlib.brotliCompressSync(zlib.gzipSync(text))
    expect(await decodeContent(twice, ['gzip', 'br'])).toEqual(text)
  })
})

test('codings are listed in the order they were applied', () => {
  const headers = ['Content-Encoding', 'GZIP, identity', 'content-encoding', 'br ']
  expect(codingsOf(headers)).toEqual(['gzip', 'br'])
  expect(codingsOf(['Content-Encoding', ' , identity'])).toEqual([])
})

describe('a content encoding that cannot be taken off', () => {
  test.each([
    ['unknown', ['rot13'], text],
    ['unknown', Array<string>(6).fill('gzip'), text],
    ['corrupt', ['gzip'], text],
    ['corrupt', ['deflate'], text],
    ['corrupt', ['gzip'], zlib.gzipSync(text).subarray(0, 30)],
  ])('is %s', async (fault, codings, bytes) => {
    await expect(decodeContent(bytes, codings)).rejects.toMatchObject({ fault })
  })

  test.each([
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['deflate', zlib.deflateSync],
  ])('because %s would grow too large costs no memory', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(decodedLimit + 1))
    await expect(decodeContent(bomb, [coding])).rejects.toMatchObject({ fault: 'too-large' })
    const bound = compress(Buffer.alloc(decodedLimit))
    expect(await decodeContent(bound, [coding])).toHaveLength(decodedLimit)
  })
})

/** Newer Nodes have it. */
function zstd(): [string, Buffer][] {
  const compress: unknown = Reflect.get(zlib, 'zstdCompressSync')
  return typeof compress === 'function' ? [['zstd', compress(text)]] : []
}
