import { catalogue, type EventEntry } from './catalogue.ts'
import type { Member, ObjectShape, ScalarShape, Shape } from './shape.ts'

/**
 * TypeScript declarations of documented events: a type each, and a union a family. Automation
 * events are told apart by `type`; account webhooks by the name that came in the header.
 */
export function typescriptOf(entries: readonly EventEntry[] = catalogue): string {
  const types = entries.map(declarationOf)
  const automation = entries
    .filter(({ family }) => family === 'automation')
    .map(({ trigger }) => typeName(trigger))
  const account = entries
    .filter(({ family }) => family === 'account')
    .map(({ trigger, type }) => `{ event: '${type}'; body: ${typeName(trigger)} }`)
  return [
    ...types,
    ...unionText('/** By `type`. */', 'AutomationEvent', automation),
    ...unionText('/** `event` is the header `X-Webhook-Event`. */', 'AccountEvent', account),
  ].join('\n')
}

/** The type of one event. */
export function declarationOf({ trigger, label, shape }: EventEntry): string {
  return `/** ${label.en} */\nexport type ${typeName(trigger)} = ${typeText(shape, '')}\n`
}

function unionText(comment: string, name: string, members: readonly string[]): string[] {
  if (members.length === 0) return []
  return [`${comment}\nexport type ${name} =\n${members.map((each) => `  | ${each}\n`).join('')}`]
}

/** `tag-added` as `TagAdded`. */
export function typeName(trigger: string): string {
  return trigger.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function typeText(shape: Shape, indent: string): string {
  const text = bareText(shape, indent)
  return shape.nullable && shape.kind !== 'unseen' ? `${text} | null` : text
}

function bareText(shape: Shape, indent: string): string {
  switch (shape.kind) {
    case 'object':
      return objectText(shape, indent)
    case 'choice': {
      const cases = [...shape.cases.map(([, each]) => each), shape.otherwise]
      return [...new Set(cases.map((each) => objectText(each, indent)))].join(' | ')
    }
    case 'list':
      return `Array<${typeText(shape.item, indent)}>`
    case 'map':
      return 'Record<string, string> | []'
    case 'unseen':
      return 'null | number | string | Record<string, unknown>'
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return scalarText(shape)
  }
}

function objectText({ members, open }: ObjectShape, indent: string): string {
  if (open) return 'Record<string, unknown>'
  const replaced = new Set(members.map(({ replaces }) => replaces))
  const lines = members
    .filter(({ unwanted }) => unwanted === undefined)
    .map((member) => memberText(member, replaced.has(member.name), `${indent}  `))
  return `{\n${lines.join('')}${indent}}`
}

function memberText({ name, shape, missing }: Member, isReplaced: boolean, indent: string): string {
  const remark = shape.remark === '' ? '' : `${indent}/** ${shape.remark} */\n`
  const mark = missing === 'error' && !isReplaced ? '' : '?'
  return `${remark}${indent}${name}${mark}: ${typeText(shape, indent)}\n`
}

function scalarText({ kind, known, constant, unusual }: ScalarShape): string {
  if (constant !== undefined) return `'${constant}'`
  if (known) return [...known.map((value) => `'${value}'`), '(string & {})'].join(' | ')
  const text = kind === 'integer' ? 'number' : kind
  return unusual ? `${text} | ${unusual}` : text
}
