/**
 * Automation rule webhooks, by the name of their documented sample: what the body's `type` says.
 * Two triggers share a type, so that the data tells them apart.
 */
export const automationTypes = {
  'funnel-step-form-subscribed': 'contact.optin.completed',
  'new-sale': 'customer.sale.completed',
  'tag-added': 'contact.tag.added',
  'tag-removed': 'contact.tag.removed',
  'blog-page-form-subscribed': 'contact.optin.completed',
  'webinar-registered': 'contact.webinar.registered',
  'course-enrolled': 'contact.course.enrolled',
  'course-bundle-enrolled': 'contact.course_bundle.enrolled',
  'campaign-finished': 'contact.campaign.finished',
  'page-visited': 'contact.page.visited',
  'email-link-clicked': 'contact.email_link.clicked',
} as const

/** Account webhooks: what the header `X-Webhook-Event` says. */
export const accountEvents = {
  'account-contact-created': 'CONTACT_CREATED',
  'account-contact-opt-in': 'CONTACT_OPT_IN',
  'account-contact-tag-added': 'CONTACT_TAG_ADDED',
  'account-contact-tag-removed': 'CONTACT_TAG_REMOVED',
  'account-sale-new': 'SALE_NEW',
  'account-sale-canceled': 'SALE_CANCELED',
} as const

export type AutomationTrigger = keyof typeof automationTypes
export type AccountTrigger = keyof typeof accountEvents
export type Trigger = AutomationTrigger | AccountTrigger

// `Object.keys` forgets the type of the keys, which is exactly the object's own.
export const automationTriggers = Object.keys(automationTypes) as AutomationTrigger[]
export const accountTriggers = Object.keys(accountEvents) as AccountTrigger[]
