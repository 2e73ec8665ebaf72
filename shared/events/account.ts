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
  boolean,
  integer,
  list,
  nullable,
  number,
  object,
  remarked,
  sometimes,
  text,
  unseen,
  type ValueOf,
} from './shape.ts'

// Account webhooks: structures of live captures and of the developer documents.

const contact = object({
  id: integer(),
  email: text({ format: email }),
  registeredAt: moment,
  locale: text(),
  sourceURL: nullable(text()),
  unsubscribed: boolean(),
  bounced: boolean(),
  needsConfirmation: boolean(),
  fields: list(
    object({
      fieldName: remarked('in the language of the account', text()),
      slug: text(),
      value: nullable(text()),
    }),
  ),
  tags: list(named),
})

const customer = object({
  id: integer(),
  clientIp: nullable(text({ format: ip })),
  contactId: integer(),
  email: text({ format: email }),
  fields,
  paymentProcessor,
  sourceUrl: text(),
})

const coupon = object({
  innerName: text(),
  code: text(),
  discountAmount: number(),
  discountType: text(),
  expirationDate: nullable(moment),
  limitOfUse: nullable(integer()),
})

const order = object({
  id: integer(),
  createdAt: moment,
  discountAmount: nullable(number()),
  discountType: nullable(text()),
  shippingFee: nullable(number()),
  totalPrice: nullable(cents),
  vat: nullable(number()),
})

const resource = object({
  course: unseen('presumably an object'),
  courseBundle: unseen('presumably an object'),
  enrollmentAccessType: nullable(accessType),
  enrollmentDrippingAccessCourse: unseen('presumably an object'),
  physicalProduct: nullable(
    object({ id: integer(), name: text(), options: list(unseen('empty so far')) }),
  ),
  tag: nullable(named),
})

const pricePlan = object({
  id: integer(),
  name: text(),
  type: priceType,
  amount: cents,
  currency: text({ format: currency }),
  innerName: text(),
  recurringOptions: nullable(
    object({
      interval: text(),
      intervalCount: integer(),
      trialPeriod: nullable(integer()),
      trialInterval: nullable(text()),
      limitOfPayments: nullable(integer()),
    }),
  ),
  statementDescriptor: text(),
})

const saleMembers = {
  customer,
  coupon: nullable(coupon),
  funnelStep: nullable(funnelStep),
  order,
  orderItem: object({ createdAt: moment, id: integer(), resources: list(resource) }),
  pricePlan,
}

const checkoutPage = remarked('instead of a funnel step', unseen('presumably an object'))

/** Schema version 1 has no checkout page, version 2 always says which (or null). */
const sale = object({ ...saleMembers, checkoutPage: sometimes(checkoutPage) })
const saleVersion1 = object(saleMembers)
const saleVersion2 = object({ ...saleMembers, checkoutPage })

const contactOnly = object({ contact })
const contactAndTag = object({ contact, tag: named })

/** The developer documents print a contact inside a contact; live deliveries have one. */
export const nestedContactAndTag = object({ contact: contactOnly, tag: named })

/** By trigger; what holds for every schema version. */
export const accountShapes = {
  'account-contact-created': contactOnly,
  'account-contact-opt-in': contactOnly,
  'account-contact-tag-added': contactAndTag,
  'account-contact-tag-removed': contactAndTag,
  'account-sale-new': sale,
  'account-sale-canceled': sale,
}

/** Sales as `X-Webhook-Schema-Version` names them. */
export const saleVersions: ReadonlyMap<string, typeof saleVersion1 | typeof saleVersion2> = new Map(
  [
    ['1', saleVersion1],
    ['2', saleVersion2],
  ],
)

/** What an account webhook sends; `X-Webhook-Event` tells which. */
export type AccountBody = ValueOf<(typeof accountShapes)[keyof typeof accountShapes]>
