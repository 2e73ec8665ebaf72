import { describe, expect, test } from 'vitest'
import { boundaryOf, readParts } from './multipart.ts'

const type = 'multipart/form-data; boundary="--x y"'

function parts(body: string) {
  const bytes = Buffer.from(body)
  const read = readParts(bytes, boundaryOf(type) ?? '')
  const shown = read.parts.map(({ name, filename, contentType, start, end }) => [
    name,
    filename,
    contentType,
    bytes.subarray(start, end).toString(),
  ])
  return { ...read, parts: shown }
}

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Mixed; charset=x; Boundary="a \\"b"', 'a "b'],
  ['multipart/form-data', null],
  ['text/plain; boundary=abc', null],
  [null, null],
])('%s names its boundary', (contentType, boundary) => {
  expect(boundaryOf(contentType)).toBe(boundary)
})

describe('the parts', () => {
  const head = (more = '') => `Content-Disposition: form-data; name="a"${more}\r\n`

  test('have names, file names, types and exactly their bytes', () => {
    const file = `${head('; filename="C:\\\\é.txt"')}Content-Type: text/plain\r\n\r\n\r\n--no\r\n`
    expect(parts(`----x y\r\n${head()}\r\none\r\n----x y\r\n${file}\r\n----x y--\r\n`)).toEqual({
      parts: [
        ['a', null, null, 'one'],
        ['a', 'C:\\é.txt', 'text/plain', '\r\n--no\r\n'],
      ],
      count: 2,
      isClosed: true,
    })
  })

  test('may end in bare line feeds, follow a preamble, and be without headers', () => {
    const read = parts('preamble\n----x y \n\none\ntwo\n----x y--')
    expect(read.parts).toEqual([[null, null, null, 'one\ntwo']])
  })

  test('take their names in UTF-8 where these are given', () => {
    const more = `; filename="x"; filename*=UTF-8''%e2%82%ac.png`
    expect(parts(`----x y\r\n${head(more)}\r\n\r\n----x y--`).parts[0]?.[1]).toBe('€.png')
  })

  test('that are cut off are told as far as they came', () => {
    expect(parts('----x y\r\n\r\nhalf')).toMatchObject({
      parts: [[null, null, null, 'half']],
      isClosed: false,
    })
    expect(parts('nothing')).toEqual({ parts: [], count: 0, isClosed: false })
  })

  test('are counted, and the first thousand kept', () => {
    const read = parts('----x y\r\n\r\n\r\n'.repeat(20_000))
    expect(read.count).toBe(20_000)
    expect(read.parts).toHaveLength(1000)
  })

  test('of a hostile body cost no more than its length', () => {
    const hostile = [
      '----x y'.repeat(200_000),
      `----x y\r\n${'a:\r\n '.repeat(200_000)}`,
      `----x y\r\n${head(`; filename="${'\\'.repeat(100_000)}`)}`,
    ]
    const start = performance.now()
    for (const body of hostile) parts(body)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
