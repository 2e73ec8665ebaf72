import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeRequest } from './judge.ts'
import { checkSignature } from './signature.ts'
import type { Issue } from './verdict.ts'

type Case = {
  file: string
  contentType: string
  headers: Record<string, string>
  headersFile?: string
  trigger: string | null
  verdict: string
  secret?: string
  signature?: string
  issues: Pick<Issue, 'code' | 'path' | 'severity'>[]
}

const fixtures = new URL('./fixtures/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, fixtures))
const readJson = (file: string): unknown => JSON.parse(read(file).toString())
// The fixture is written by hand in this shape.
const cases = readJson('cases.json') as Case[]

function headersOf({ headers, headersFile }: Case): Record<string, string> {
  if (headersFile === undefined) return headers
  // Captured headers are kept in this shape.
  return (readJson(headersFile) as { headers: Record<string, string> }).headers
}

function judge(row: Case) {
  const headers = headersOf(row)
  const header = (name: string) => headers[name]
  const body = read(row.file)
  const judgement = judgeRequest({ body, contentType: row.contentType, header })
  const hmac = (key: string, message: Uint8Array | string) =>
    createHmac('sha256', key).update(message).digest('hex')
  const { text } = judgement
  const secret = row.secret ?? null
  const signature = checkSignature({ secret, header, body, text, isWhole: true, hmac })
  return { judgement, signature }
}

describe('a body seen in the wild or broken on purpose', () => {
  it.each(cases)('$file is $verdict', (row) => {
    const { judgement, signature } = judge(row)
    expect(judgement.verdict).toBe(row.verdict)
    expect(judgement.event?.trigger ?? null).toBe(row.trigger)
    const found = judgement.issues.map(({ code, path, severity }) => ({ code, path, severity }))
    expect(found).toEqual(expect.arrayContaining(row.issues))
    expect(signature.status).toBe(row.signature ?? 'unchecked')
  })
})
