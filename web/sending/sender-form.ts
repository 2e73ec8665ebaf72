import type { Breakage, Oddity } from '../../shared/breakage.ts'
import type { Trigger } from '../../shared/events/trigger.ts'
import type { SendInput } from '../../shared/input.ts'
import { toBin, type TargetForm } from './target-fields.tsx'

/** A documented event about to be sent, as it stands in the fields of its form. */
export type SenderForm = {
  trigger: Trigger
  fields: readonly { path: string; value: string }[]
  broken: readonly Breakage[]
  odd: readonly Oddity[]
  target: TargetForm
}

export const firstSenderForm: SenderForm = {
  trigger: 'funnel-step-form-subscribed',
  fields: [{ path: '', value: '' }],
  broken: [],
  odd: [],
  target: toBin,
}

/** What the API wants of it; fields without a path are left out. */
export function readSenderForm({ trigger, fields, broken, odd, target }: SenderForm): SendInput {
  const changed = fields.filter(({ path }) => path.trim() !== '')
  const overrides = changed.map(({ path, value }) => [path.trim(), readValue(value)] as const)
  return {
    trigger,
    ...(overrides.length > 0 && { overrides: Object.fromEntries(overrides) }),
    ...(broken.length > 0 && { broken: [...broken] }),
    ...(odd.length > 0 && { odd: [...odd] }),
    ...(target.to !== null && { to: target.to }),
  }
}

/** JSON where it is JSON, else the text itself. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A list with a member more, or without it. */
export function toggled<T>(list: readonly T[], member: T): readonly T[] {
  return list.includes(member) ? list.filter((each) => each !== member) : [...list, member]
}
