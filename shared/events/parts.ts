import { country, dateTime } from './format.ts'
import { integer, object, oneOf, remarked, slugMap, text } from './shape.ts'

// Structures that both families have, under names that need no case.

/** RFC 3339; always written with the offset `+00:00`. */
export const moment = text({ format: dateTime })

export const named = object({ id: integer(), name: text() })

export const funnelStep = object({
  id: integer(),
  name: text(),
  type: oneOf('squeeze', 'offer-form', 'opt_in_thank_you_page', 'webinar_registration'),
  funnel: named,
})

/** What people filled in; phone numbers and postcodes are theirs to write as they like. */
export const fields = slugMap({ country })

export const accessType = oneOf(
  'full_access',
  'partial_access',
  'dripping_content',
  'partial_dripping_access',
)

export const paymentProcessor = oneOf('paypal', 'stripe', 'mollie', 'cash on delivery')

export const priceType = oneOf('one_shot', 'subscription')

export const cents = remarked('minor units (cents)', integer())
