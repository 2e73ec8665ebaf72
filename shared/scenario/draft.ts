import type { EventSummary } from '../events/verdict.ts'
import type { JsonRoot } from '../search/subject.ts'
import { valuesAt } from './values.ts'

/** A captured request that is expected again. */
export type Example = { events: readonly EventSummary[]; roots: readonly JsonRoot[] }

/** Where events name what they are about; the first that is there tells one of them from another. */
const namingPaths = [
  'data.tag.name',
  'data.course.name',
  'data.course_bundle.name',
  'data.campaign.name',
  'data.webinar.name',
  'data.offer_price_plan.name',
  'data.funnel_step.name',
  'tag.name',
  'funnelStep.name',
]

/** Writes a scenario that expects the same again, in the same order, for one contact. */
export function draftScenario(name: string, examples: readonly Example[]): string {
  const steps = examples.flatMap(({ events: [event], roots }) => {
    const selector = event && (event.trigger ?? event.type)
    return selector ? [stepText(selector, roots)] : []
  })
  const contacts = examples.map(({ events: [event] }) => event?.contact)
  const hasContact = contacts.some((contact) => contact?.id !== undefined || contact?.email)
  return [
    `name: ${JSON.stringify(name)}`,
    ...(steps.length > 1 ? ['order: written'] : []),
    ...(steps.length > 1 && hasContact ? ['sameContact: true'] : []),
    'steps:',
    ...(steps.length > 0 ? steps : ['  - expect: tag-added']),
    '',
  ].join('\n')
}

function stepText(selector: string, roots: readonly JsonRoot[]): string {
  const expect = /^[\w.-]+$/.test(selector) ? selector : JSON.stringify(`event:"${selector}"`)
  for (const path of namingPaths) {
    const [value, another] = valuesAt(roots, path)
    if (value?.kind !== 'string' || value.text.length > 200 || another) continue
    return `  - expect: ${expect}\n    where:\n      ${path}: ${JSON.stringify(value.text)}`
  }
  return `  - expect: ${expect}`
}
