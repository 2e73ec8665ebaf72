import { expect, test } from 'vitest'
import { csvHeader, csvRow } from './csv.ts'
import { sampleRequest } from './sample.ts'

test('a row has a cell for each column', () => {
  const row = csvRow({ ...sampleRequest, notes: '' })
  expect(row.split(',')).toHaveLength(csvHeader.split(',').length)
  expect(csvHeader).toMatch(/^seq,receivedAt,method,path,.*\r\n$/)
})

test('quotes, commas and line breaks stay inside their cell', () => {
  expect(csvRow({ ...sampleRequest, notes: 'a "b", c\nd' })).toMatch(/,"a ""b"", c\nd"\r\n$/)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula', (notes) => {
  expect(csvRow({ ...sampleRequest, notes })).toMatch(/,"?'[=+\-@\t\r]/)
})
