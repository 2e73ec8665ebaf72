import { assert, constantFrom, oneof, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { sampleHead } from '../samples.ts'
import { decodeRequest } from './decode.ts'
import { addRequest } from './encode.ts'
import { linesOf } from './lines.ts'
import { Page } from './page.ts'

const rawHeaders = ['X', 'a"b\\c\td\x80é']

function lineOf(body: Buffer): Buffer {
  const page = new Page()
  addRequest(page, 'a', 7, { ...sampleHead(), rawHeaders }, body)
  return Buffer.from(page.view())
}

test('any body is one line, and reads back byte for byte', () => {
  const texts = constantFrom('', '\n', '\t', '\0', '\r\n', '\ufeff', '{"a":\t"é"}', '"\\', 'a\nb')
  const bodies = oneof(
    uint8Array().map((bytes) => Buffer.from(bytes)),
    texts.map((text) => Buffer.from(text)),
  )
  assert(
    property(bodies, (body) => {
      const line = lineOf(body)
      const kinds = [...linesOf(line)].map((placed) => placed.line.kind)
      expect(kinds).toEqual(['request'])
      const decoded = decodeRequest(line, 'a', 7)
      expect(decoded?.body).toEqual(body)
      expect(decoded?.request.rawHeaders).toEqual(rawHeaders)
    }),
    { seed: 1 },
  )
})

test('text of one line stands behind the JSON as it came', () => {
  const [json = '', body] = lineOf(Buffer.from('{"a":\t"é"}'))
    .toString()
    .split(/\t(.*)\n/s)
  expect(JSON.parse(json)).toMatchObject({ bin: 'a', seq: 7, kept: 11 })
  expect(body).toBe('{"a":\t"é"}')
})

test('other text and other bytes stand within the JSON', () => {
  expect(JSON.parse(lineOf(Buffer.from('a\nb')).toString())).toMatchObject({ text: 'a\nb' })
  expect(JSON.parse(lineOf(Buffer.from([0xff])).toString())).toMatchObject({ base64: '/w==' })
})
