import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, findEvent } from './catalogue.ts'
import { form, judge, json } from './testing.ts'

const contentTypes = fc.constantFrom(json, form, 'text/plain', 'application/json; charset=x', null)
const events = fc.constantFrom(undefined, 'SALE_NEW', 'CONTACT_CREATED', 'NEW_SALE', '__proto__')

function judgeAny(body: string | Uint8Array, contentType: string | null, event?: string) {
  return judge(body, {
    contentType,
    headers: event === undefined ? {} : { 'x-webhook-event': event },
  })
}

function expectSound({ text, issues, issueCount, events, event }: ReturnType<typeof judge>) {
  expect(issueCount).toBeGreaterThanOrEqual(issues.length)
  expect(event).toBe(events[0] ?? null)
  for (const { path, range, message } of issues) {
    expect(path).toMatch(/^(?:\/(?:[^~/]|~[01])*)*$/)
    expect(message).not.toBe('')
    if (!range) continue
    expect(range.start).toBeLessThanOrEqual(range.end)
    expect(range.end).toBeLessThanOrEqual(text?.length ?? 0)
  }
}

describe('a judgement of anything', () => {
  it('is sound for any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 60 })
    fc.assert(
      fc.property(bytes, contentTypes, events, (body, contentType, event) =>
        expectSound(judgeAny(body, contentType, event)),
      ),
      { numRuns: 500 },
    )
  })

  it('is sound for any JSON, as data and as a whole', () => {
    const values = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(values, contentTypes, events, (value, contentType, event) => {
        expectSound(judgeAny(JSON.stringify(value), contentType, event))
        const wrapped = { type: 'contact.optin.completed', data: value }
        expectSound(judgeAny(JSON.stringify(wrapped), contentType, event))
      }),
      { numRuns: 300 },
    )
  })

  it('is sound for samples that are cut or spoiled anywhere', () => {
    const samples = fc.constantFrom(...catalogue.map(({ sample }) => sample))
    const spoiler = fc.constantFrom('', '"', '{', '\\', '\u0000', ',', 'é', '\ud83d', '1e999')
    fc.assert(
      fc.property(samples, fc.nat(2000), fc.nat(30), spoiler, (sample, start, length, insert) => {
        const at = start % sample.length
        expectSound(judgeAny(sample.slice(0, at) + insert + sample.slice(at + length), json))
        expectSound(judgeAny(sample.slice(0, at), json, 'SALE_NEW'))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a hostile key or text', () => {
  const tag = findEvent('tag-added').sample

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/b~c', '', '\u202e'])(
    '%j neither pollutes nor confuses',
    (key) => {
      const body = tag.replace('"account"', `${JSON.stringify(key)}: {"polluted": 1}, "account"`)
      const { event, issues } = judge(body)
      expect(event?.trigger).toBe('tag-added')
      const pointer = `/${key.replace('~', '~0').replace('/', '~1')}`
      expect(issues.map(({ code, path }) => `${code} ${path}`)).toContain(`extra ${pointer}`)
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    },
  )

  it.each(['<script>alert(1)</script>', '\u001b[31m', '\u202etxt.exe', '\ud83d', 'x'.repeat(5000)])(
    '%j is quoted in a message without its power',
    (text) => {
      const body = tag.replace(/"email": "temo[^"]*"/, `"email": ${JSON.stringify(text)}`)
      const issue = judge(body).issues.find(({ code }) => code === 'bad-format')
      expect(issue?.path).toBe('/data/contact/email')
      expect(issue?.message.length).toBeLessThan(200)
      expect(issue?.message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
      expect(() => encodeURIComponent(issue?.message ?? '')).not.toThrow()
    },
  )
})
