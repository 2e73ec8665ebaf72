import { isDeceptive } from '../json/characters.ts'
import type { JsonType, ObservedNode } from './observed.ts'
import type { ObservedShape } from './observed-shape.ts'

/** The observed shape as a TypeScript declaration. @param title such as `tag-added` */
export function observedTypes({ root }: ObservedShape, title: string): string {
  return `export type ${typeName(title)} = ${root ? typeText(root, '') : 'unknown'}\n`
}

/** `tag-added` and `subscription.payment.failed` as names of types. */
function typeName(title: string): string {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^\p{L}/u.test(name) ? name : `Event${name}`
}

function typeText(node: ObservedNode, indent: string): string {
  const texts = [...node.types.keys()].map((type) => textOf(node, type, indent))
  return [...new Set(texts)].join(' | ')
}

function textOf(node: ObservedNode, type: JsonType, indent: string): string {
  if (type === 'integer') return 'number'
  if (type === 'array') {
    return node.items && !node.isCut ? `Array<${typeText(node.items, indent)}>` : 'unknown[]'
  }
  return type === 'object' ? objectText(node, indent) : type
}

function objectText(node: ObservedNode, indent: string): string {
  if (node.members.size === 0 || node.isCut) return 'Record<string, unknown>'
  const objects = node.types.get('object')?.count
  const lines = [...node.members].map(([name, member]) => {
    const mark = member.count === objects ? '' : '?'
    return `${indent}  ${keyText(name)}${mark}: ${typeText(member, `${indent}  `)}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

/** A key as a name or a string; what is invisible in it is escaped. */
function keyText(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name
  return JSON.stringify(name).replace(/[\u2028\u2029]|[^ -~]/g, (character) =>
    isDeceptive(character.charCodeAt(0)) || /\s/.test(character)
      ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      : character,
  )
}
