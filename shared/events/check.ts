import {
  at,
  isKey,
  isKind,
  type JsonTape,
  Kind,
  kindOf,
  memberValue,
  stringAt,
} from '../json/document.ts'
import { describeShape } from './describe.ts'
import { type CheckContext, refuse, refuseNull } from './finding.ts'
import { checkEntry, checkScalar, checkUnseen } from './scalar.ts'
import type { ChoiceShape, ListShape, MapShape, Member, ObjectShape, Shape } from './shape.ts'

/** Longer lists and maps are hostile, not events: what follows is not looked at. */
const maxEntries = 1000

/** Holds a value against a shape. Recursion is as deep as the shape, whatever the document. */
export function checkShape(context: CheckContext, node: number, shape: Shape): void {
  if (isKind(context.doc, node, Kind.null)) {
    if (!shape.nullable) refuseNull(context, node, shape)
    return
  }
  switch (shape.kind) {
    case 'object':
    case 'choice':
      return checkObject(context, node, shape)
    case 'list':
      return checkList(context, node, shape)
    case 'map':
      return checkMap(context, node, shape)
    case 'unseen':
      return checkUnseen(context, node, shape)
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return checkScalar(context, node, shape)
  }
}

function checkObject(context: CheckContext, node: number, shape: ObjectShape | ChoiceShape): void {
  if (!isKind(context.doc, node, Kind.object)) return refuse(context, node, shape)
  checkMembers(context, node, shape.kind === 'choice' ? chosen(context.doc, node, shape) : shape)
}

function chosen(doc: JsonTape, object: number, shape: ChoiceShape): ObjectShape {
  const end = at(doc.nexts, object)
  let text = ''
  for (let key = object + 1; key < end; key = at(doc.nexts, key)) {
    if (isKey(doc, key, shape.key) && isKind(doc, key + 1, Kind.string)) {
      text = stringAt(doc, key + 1)
    }
  }
  return shape.cases.find(([ending]) => text.endsWith(ending))?.[1] ?? shape.otherwise
}

function checkMembers(context: CheckContext, object: number, shape: ObjectShape): void {
  const { doc } = context
  const values: number[] = []
  const end = at(doc.nexts, object)
  for (let key = object + 1; key < end; key = at(doc.nexts, key)) {
    const place = shape.index.get(stringAt(doc, key))
    // Of a repeated key the last value counts, as it does for nearly every reader.
    if (place !== undefined) values[place] = key + 1
    else if (!shape.open) reportExtra(context, object, key, shape)
  }
  shape.members.forEach((member, place) => {
    const value = values[place]
    if (value !== undefined) checkMember(context, value, member)
    else if (!isReplaced(shape, values, member)) reportMissing(context, object, member)
  })
}

function isReplaced(shape: ObjectShape, values: readonly number[], { name }: Member): boolean {
  return shape.members.some(({ replaces }, at) => replaces === name && values[at] !== undefined)
}

function checkMember(context: CheckContext, value: number, member: Member): void {
  const { report } = context
  const { name, replaces, unwanted } = member
  if (replaces !== undefined) {
    const message = `A newer variant: "${name}" stands for the documented "${replaces}"`
    report({ severity: 'warning', code: 'variant', node: value, message })
  }
  if (unwanted !== undefined) {
    const message = `The key "${name}" is documented to be absent: ${unwanted}`
    report({ severity: 'info', code: 'extra', node: value - 1, message })
  }
  checkShape(context, value, member.shape)
}

function reportMissing({ report }: CheckContext, object: number, member: Member): void {
  const { name, missing: severity, shape } = member
  if (severity === null) return
  const expected = describeShape(shape)
  const message = `The key "${name}" is missing: expected ${expected}`
  report({ severity, code: 'missing', node: object, missing: name, message, expected })
}

function reportExtra(
  { doc, report, home, foreign }: CheckContext,
  object: number,
  key: number,
  shape: ObjectShape,
): void {
  const name = stringAt(doc, key)
  if (object === home && foreign.has(name)) {
    const message = 'This key belongs to another event'
    return report({ severity: 'warning', code: 'unexpected', node: key, message })
  }
  const extra = { severity: 'info', code: 'extra', node: key } as const
  const meant = shape.members.find((member) => isSpelt(name, member.name))
  if (!meant || memberValue(doc, object, meant.name) >= 0) {
    return report({ ...extra, message: 'This key is not documented' })
  }
  const message = `This key is not documented; most likely "${meant.name}" was meant`
  report({ ...extra, message, suggestion: meant.name })
}

/** Whether a key is another one but for case and separators: `createdAt` for `created_at`. */
function isSpelt(name: string, documented: string): boolean {
  const isNear = Math.abs(name.length - documented.length) <= 4
  return isNear && lettersOf(name) === lettersOf(documented)
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '')
}

function checkList(context: CheckContext, array: number, shape: ListShape): void {
  const { doc } = context
  if (!isKind(doc, array, Kind.array)) return refuse(context, array, shape)
  const end = at(doc.nexts, array)
  let count = 0
  for (let node = array + 1; node < end && count < maxEntries; node = at(doc.nexts, node)) {
    checkShape(context, node, shape.item)
    count++
  }
}

function checkMap(context: CheckContext, node: number, shape: MapShape): void {
  const { doc, report } = context
  const end = at(doc.nexts, node)
  const isEmpty = end === node + 1
  const kind = kindOf(doc, node)
  if (kind === 'array' && isEmpty) return
  if (kind !== 'object') {
    const hint = kind === 'array' ? 'account webhooks write them like this' : undefined
    return refuse(context, node, shape, hint)
  }
  if (isEmpty) {
    const message = 'Without entries this is documented as [], not {}'
    const words = { message, expected: '[]', actual: '{}' }
    report({ severity: 'warning', code: 'unusual-empty', node, ...words })
  }
  let count = 0
  for (let key = node + 1; key < end && count < maxEntries; key = at(doc.nexts, key)) {
    checkEntry(context, key, shape)
    count++
  }
}
