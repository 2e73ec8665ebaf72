import { describe, expect, it } from 'vitest'
import { parseJson } from './parse.ts'

/** Code and pointer of each problem. */
function problems(text: string): string[] {
  return parseJson(text).problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

describe('problems of a text that is JSON', () => {
  it('names each repeated key, escapes undone', () => {
    expect(problems('{"a":1,"a":2,"b":[{"id":1,"\\u0069d":2}]}')).toEqual([
      'duplicate-key /a',
      'duplicate-key /b/0/id',
    ])
  })

  it('finds a repeated key among many', () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `"k${i}":0`)
    expect(problems(`{${keys.join()},"k7":1}`)).toEqual(['duplicate-key /k7'])
  })

  it('tells apart integers that a double keeps from those it does not', () => {
    const text =
      '[9007199254740991,-9007199254740992,90071992547409931234,1e400,-1E999,1e20,0.1e-5]'
    expect(problems(text)).toEqual([
      'unsafe-integer /1',
      'unsafe-integer /2',
      'number-overflow /3',
      'number-overflow /4',
    ])
  })

  it('finds invisible and direction-changing characters, raw and escaped, but no line ends', () => {
    const text =
      '["\\u001b[31m","\u202e","\\b","\u0085","\\n\\t\\r","é\u007f",{"\\u0000":1},"plain"]'
    expect(problems(text)).toEqual([
      'control-characters /0',
      'control-characters /1',
      'control-characters /2',
      'control-characters /3',
      'control-characters /5',
      'control-characters /6/\u0000',
    ])
  })

  it('finds half surrogate pairs', () => {
    const text =
      '["\\ud800","\\udc00","\\ud83d\\ude00","\\ud83dx","\ud83d\ude00","\\ud83d\\ud83d\\ude00"]'
    expect(problems(text)).toEqual([
      'lone-surrogate /0',
      'lone-surrogate /1',
      'lone-surrogate /3',
      'lone-surrogate /5',
    ])
  })

  it('names keys that pollute prototypes, and no harmless ones', () => {
    expect(problems('{"__proto__":{},"constructor":"x","toString":1,"prototype":2}')).toEqual([
      'suspicious-key /__proto__',
    ])
    expect(problems('{"constructor":{"prototype":{"polluted":1}}}')).toEqual([
      'suspicious-key /constructor/prototype',
    ])
  })

  it('notes a byte order mark and reads on', () => {
    expect(problems('\ufeff[1]')).toEqual(['bom '])
    expect(parseJson('\ufeff[1]').error).toBeNull()
  })

  it('names the branch that is nested too deeply, once', () => {
    const deep = `${'['.repeat(600)}${']'.repeat(600)}`
    expect(problems(`{"x":[1],"data":{"a":[${deep},${deep}]}}`)).toEqual(['too-deep /data'])
  })

  it('allows as many levels as told', () => {
    expect(parseJson('[[[]]]', { maxDepth: 3 }).problems).toEqual([])
    expect(parseJson('[[[]]]', { maxDepth: 2 }).problems).toHaveLength(1)
  })

  it('tells at most a hundred of a kind', () => {
    expect(parseJson(`[${Array(5000).fill('1e999').join()}]`).problems).toHaveLength(100)
  })

  it('gives node and range', () => {
    const doc = parseJson('{"id": 12345678901234567890}')
    expect(doc.problems).toMatchObject([{ node: 2, start: 7, end: 27, severity: 'warning' }])
  })
})
