import { currency, email, ip } from './format.ts'
import {
  accessType,
  cents,
  fields,
  funnelStep,
  moment,
  named,
  paymentProcessor,
  priceType,
} from './parts.ts'
import {
  absent,
  choice,
  insteadOf,
  integer,
  list,
  nullable,
  object,
  oneOf,
  remarked,
  type Shape,
  sometimes,
  text,
  unseen,
} from './shape.ts'

const customer = object({
  id: integer(),
  payment_processor: paymentProcessor,
  contact_id: integer(),
  email: text({ format: email }),
  fields,
  client_ip: text({ format: ip }),
})

const offerPricePlan = object({
  id: integer(),
  name: text(),
  inner_name: text(),
  type: priceType,
  direct_charge_amount: cents,
  subscription_plan: unseen('presumably an object'),
  currency: text({ format: currency }),
})

/** The newer variant has no document: what handlers read of it is expected, the rest is not missed much. */
const pricePlan = object({
  id: sometimes(integer(), 'info'),
  name: sometimes(text(), 'info'),
  inner_name: sometimes(text(), 'info'),
  type: sometimes(priceType, 'info'),
  amount: sometimes(remarked('minor units (cents)', integer({ unusual: 'string' })), 'warning'),
  currency: sometimes(text({ format: currency }), 'warning'),
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
    enrollment_access_type: nullable(accessType),
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

const otherData = object({ id: integer(), name: text(), description: sometimes(nullable(text())) })

const resources = list(
  choice(
    'type',
    {
      tag: resource('tag', named),
      course: resource('course', courseData),
      course_bundle: resource('course_bundle', otherData),
      physical_product: resource('physical_product', otherData),
    },
    resource(null, otherData),
  ),
)

const orderItem = object({ id: integer(), created_at: moment, resources })

/** The data of a sale that an automation rule reports: one order item each. */
export const saleData = object({
  customer,
  funnel_step: funnelStep,
  offer_price_plan: offerPricePlan,
  price_plan: insteadOf('offer_price_plan', remarked('newer variant; seen live', pricePlan)),
  order,
  order_item: orderItem,
  coupon: unseen('presumably an object'),
})
