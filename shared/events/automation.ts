import { country, currency, dateTime, email, ip } from './format.ts'
import {
  absent,
  anyObject,
  choice,
  constant,
  insteadOf,
  integer,
  list,
  nullable,
  object,
  oneOf,
  remarked,
  type Shape,
  slugMap,
  sometimes,
  text,
  unseen,
  type ValueOf,
} from './shape.ts'
import { type AutomationTrigger, automationTypes } from './trigger.ts'

// Structures of the help article's samples, key by key. Where a remark names another source, the
// article lacks the key and live handlers have it.

const funnelStep = object({
  id: integer(),
  name: text(),
  type: oneOf('squeeze', 'offer-form', 'opt_in_thank_you_page', 'webinar_registration'),
  funnel: object({ id: integer(), name: text() }),
})

const fields = slugMap({ country })

const contact = object({
  id: integer(),
  email: text({ format: email }),
  fields,
  ip: remarked('set by form opt-ins, null elsewhere', nullable(text({ format: ip }))),
  referred_by_contact_id: unseen('presumably an integer'),
  referred_by_contact_email: unseen('presumably an e-mail address'),
})

const moment = text({ format: dateTime })
const named = object({ id: integer(), name: text() })
const course = object({ id: integer(), name: text(), description: nullable(text()) })
const accessTypes = [
  'full_access',
  'partial_access',
  'dripping_content',
  'partial_dripping_access',
] as const

const customer = object({
  id: integer(),
  payment_processor: oneOf('paypal', 'stripe', 'mollie', 'cash on delivery'),
  contact_id: integer(),
  email: text({ format: email }),
  fields,
  client_ip: text({ format: ip }),
})

const minorUnits = remarked('minor units (cents)', integer())

const offerPricePlan = object({
  id: integer(),
  name: text(),
  inner_name: text(),
  type: oneOf('one_shot', 'subscription'),
  direct_charge_amount: minorUnits,
  subscription_plan: unseen('presumably an object'),
  currency: text({ format: currency }),
})

const pricePlan = object({
  id: sometimes(integer()),
  name: sometimes(text()),
  inner_name: sometimes(text()),
  type: sometimes(oneOf('one_shot', 'subscription')),
  amount: sometimes(remarked('minor units (cents)', integer({ unusual: 'string' }))),
  currency: sometimes(text({ format: currency })),
  subscription_plan: sometimes(unseen('presumably an object')),
})

const orderAmount = sometimes(nullable(integer({ unusual: 'string' })))

const order = object({
  id: integer(),
  created_at: moment,
  total_price: orderAmount,
  discount_amount: orderAmount,
})

type Reference = 'course' | 'course_bundle' | 'physical_product' | 'tag'

/** Of the four references exactly the one that `type` names is absent: it stands in `data`. */
function resource<T>(own: Reference | null, data: Shape<T>) {
  const reference = (name: Reference) => {
    const shape = unseen('presumably an object')
    if (name === own) return absent('what the type names stands in data', shape)
    return sometimes(shape, own === null ? null : 'warning')
  }
  return object({
    quantity: unseen('presumably an integer'),
    enrollment_access_type: nullable(oneOf(...accessTypes)),
    enrollment_dripping_access_course: unseen('presumably an object'),
    type: oneOf('systemeio_tag', 'membership_course'),
    course: reference('course'),
    course_bundle: reference('course_bundle'),
    physical_product: reference('physical_product'),
    tag: reference('tag'),
    data,
  })
}

const courseData = object({
  id: integer(),
  name: text(),
  description: sometimes(nullable(text()), 'info'),
})

const resources = list(
  choice(
    'type',
    {
      tag: resource('tag', named),
      course: resource('course', courseData),
      course_bundle: resource('course_bundle', courseData),
      physical_product: resource('physical_product', courseData),
    },
    resource(null, courseData),
  ),
)

const orderItem = object({ id: integer(), created_at: moment, resources })

const account = object({ email: text({ format: email }) })

function envelope<Type extends string, Data>(type: Shape<Type>, data: Shape<Data>) {
  return object({ type, data, account, created_at: moment })
}

function event<T extends AutomationTrigger, Data>(trigger: T, data: Shape<Data>) {
  return envelope(constant(automationTypes[trigger]), data)
}

const sourceUrl = sometimes(remarked('with utm_* in its query; seen live', text()))
const pageModel = object({ id: integer(), name: text(), blog: named })

/** By the name of their documented sample. */
export const automationShapes = {
  'funnel-step-form-subscribed': event(
    'funnel-step-form-subscribed',
    object({ funnel_step: funnelStep, contact, source_url: sourceUrl }),
  ),
  'new-sale': event(
    'new-sale',
    object({
      customer,
      funnel_step: funnelStep,
      offer_price_plan: offerPricePlan,
      price_plan: insteadOf('offer_price_plan', remarked('newer variant; seen live', pricePlan)),
      order,
      order_item: orderItem,
      coupon: unseen('presumably an object'),
    }),
  ),
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
  'course-enrolled': event(
    'course-enrolled',
    object({ course, contact, access_type: oneOf(...accessTypes) }),
  ),
  'course-bundle-enrolled': event(
    'course-bundle-enrolled',
    object({
      course_bundle: named,
      contact,
      access_type: oneOf(...accessTypes),
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
