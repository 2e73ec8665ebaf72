import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue, type EventEntry } from './catalogue.ts'
import { typeName, typescriptOf } from './typescript.ts'

const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'binspect-types-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the compiler says of a text, as strictly as it can. */
function compile(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  const args = [tsc, '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--ignoreConfig']
  const { stdout } = spawnSync(process.execPath, [...args, name], { cwd: folder, encoding: 'utf8' })
  return stdout
}

/** A text in JSON is an expression in TypeScript, which is checked for keys too many, as well. */
const typed = ({ trigger, sample }: EventEntry, index: number) =>
  `export const sample${index}: ${typeName(trigger)} = ${sample}\n`

const receiver = `
export function nameOf(event: AutomationEvent): string {
  if (event.type === 'contact.tag.added') return event.data.tag.name
  if (event.type !== 'contact.optin.completed') return event.created_at
  return 'page_model' in event.data ? event.data.page_model.blog.name : event.data.funnel_step.name
}
export function amountOf(event: AccountEvent): number {
  return event.event === 'SALE_NEW' ? event.body.pricePlan.amount : 0
}
// @ts-expect-error an opt-in has no tag
export const tagOf = (event: FunnelStepFormSubscribed) => event.data.tag
`

describe('TypeScript declarations', () => {
  it('compile, fit every sample and tell events apart', () => {
    const text = typescriptOf() + catalogue.map(typed).join('') + receiver
    expect(compile('all.ts', text)).toBe('')
  })

  it('refuse a sample without one of its keys', () => {
    const wrong = catalogue.map((entry) => ({
      ...entry,
      sample: entry.sample.replace(/"(?:id|email)":/, '"no":'),
    }))
    const found = compile('wrong.ts', typescriptOf() + wrong.map(typed).join(''))
    const places = new Set(found.match(/^wrong\.ts\(\d+/gm))
    expect(places.size).toBe(catalogue.length)
  })
})
