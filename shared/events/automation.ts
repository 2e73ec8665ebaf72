import { email, ip } from './format.ts'
import { accessType, fields, funnelStep, moment, named } from './parts.ts'
import { saleData } from './sale.ts'
import {
  anyObject,
  constant,
  integer,
  nullable,
  object,
  remarked,
  type Shape,
  sometimes,
  text,
  unseen,
  type ValueOf,
} from './shape.ts'
import { type AutomationTrigger, automationTypes } from './trigger.ts'

// Structures of the help article's samples, key by key. Where a remark names another source, the
// article lacks the key and live handlers have it.

const contact = object({
  id: integer(),
  email: text({ format: email }),
  fields,
  ip: remarked('set by form opt-ins, null elsewhere', nullable(text({ format: ip }))),
  referred_by_contact_id: unseen('presumably an integer'),
  referred_by_contact_email: unseen('presumably an e-mail address'),
})

const course = object({ id: integer(), name: text(), description: nullable(text()) })

const account = object({ email: text({ format: email }) })

function envelope<Type extends string, Data>(type: Shape<Type>, data: Shape<Data>) {
  return object({ type, data, account, created_at: moment })
}

function event<T extends AutomationTrigger, Data>(trigger: T, data: Shape<Data>) {
  return envelope(constant(automationTypes[trigger]), data)
}

const sourceUrl = sometimes(remarked('with utm_* in its query; seen live', nullable(text())))
const pageModel = object({ id: integer(), name: text(), blog: named })

/** By the name of their documented sample. */
export const automationShapes = {
  'funnel-step-form-subscribed': event(
    'funnel-step-form-subscribed',
    object({ funnel_step: funnelStep, contact, source_url: sourceUrl }),
  ),
  'new-sale': event('new-sale', saleData),
  'tag-added': event('tag-added', object({ tag: named, contact })),
  'tag-removed': event('tag-removed', object({ tag: named, contact })),
  'blog-page-form-subscribed': event(
    'blog-page-form-subscribed',
    object({ page_model: pageModel, contact, source_url: sourceUrl }),
  ),
  'webinar-registered': event(
    'webinar-registered',
    object({
      webinar: object({
        id: integer(),
        duration: remarked('seconds, as a decimal string', text({ unusual: 'number' })),
        funnel_step: funnelStep,
      }),
      contact,
      registered_at: moment,
      scheduled_at: remarked('may be after created_at', moment),
    }),
  ),
  'course-enrolled': event('course-enrolled', object({ course, contact, access_type: accessType })),
  'course-bundle-enrolled': event(
    'course-bundle-enrolled',
    object({
      course_bundle: named,
      contact,
      access_type: accessType,
      first_active_course: unseen('presumably an object'),
    }),
  ),
  'campaign-finished': event(
    'campaign-finished',
    object({
      campaign: object({ id: integer(), name: text(), description: text() }),
      contact,
    }),
  ),
  'page-visited': event('page-visited', object({ funnel_step: funnelStep, contact })),
  'email-link-clicked': event(
    'email-link-clicked',
    object({ sent_email: object({ id: integer(), subject: text() }), contact }),
  ),
}

/** An opt-in of which the data does not tell where: what both kinds have in common. */
export const undecidedOptIn = event(
  'funnel-step-form-subscribed',
  object({
    contact,
    funnel_step: sometimes(funnelStep),
    page_model: sometimes(pageModel),
    source_url: sourceUrl,
  }),
)

/** An event whose type no document describes: the envelope, and nothing of the data. */
export const undocumentedEvent = envelope(text(), anyObject())

/** What an automation rule sends, told apart by `type` (opt-ins also by their data). */
export type AutomationBody = ValueOf<(typeof automationShapes)[keyof typeof automationShapes]>
