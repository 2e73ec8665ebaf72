/** Automation rule webhooks, by the name of their documented sample. */
export const automationTriggers = [
  'funnel-step-form-subscribed',
  'new-sale',
  'tag-added',
  'tag-removed',
  'blog-page-form-subscribed',
  'webinar-registered',
  'course-enrolled',
  'course-bundle-enrolled',
  'campaign-finished',
  'page-visited',
  'email-link-clicked',
] as const

/** Account webhooks, by their event name. */
export const accountTriggers = [
  'account-contact-created',
  'account-contact-opt-in',
  'account-contact-tag-added',
  'account-contact-tag-removed',
  'account-sale-new',
  'account-sale-canceled',
] as const

export type AutomationTrigger = (typeof automationTriggers)[number]
export type AccountTrigger = (typeof accountTriggers)[number]
export type Trigger = AutomationTrigger | AccountTrigger
