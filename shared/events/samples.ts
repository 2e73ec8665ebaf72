import accountContactCreated from './samples/account-contact-created.json?raw'
import accountContactOptIn from './samples/account-contact-opt-in.json?raw'
import accountContactTagAdded from './samples/account-contact-tag-added.json?raw'
import accountContactTagRemoved from './samples/account-contact-tag-removed.json?raw'
import accountSaleCanceled from './samples/account-sale-canceled.json?raw'
import accountSaleNew from './samples/account-sale-new.json?raw'
import blogPageFormSubscribed from './samples/blog-page-form-subscribed.json?raw'
import campaignFinished from './samples/campaign-finished.json?raw'
import courseBundleEnrolled from './samples/course-bundle-enrolled.json?raw'
import courseEnrolled from './samples/course-enrolled.json?raw'
import emailLinkClicked from './samples/email-link-clicked.json?raw'
import funnelStepFormSubscribed from './samples/funnel-step-form-subscribed.json?raw'
import newSale from './samples/new-sale.json?raw'
import pageVisited from './samples/page-visited.json?raw'
import tagAdded from './samples/tag-added.json?raw'
import tagRemoved from './samples/tag-removed.json?raw'
import webinarRegistered from './samples/webinar-registered.json?raw'
import type { Trigger } from './trigger.ts'

/**
 * One body a trigger. Automation rules: the help article's samples, byte for byte as printed.
 * Account webhooks: live captures and developer documents, values masked, as the sender writes them.
 */
export const samples: Record<Trigger, string> = {
  'funnel-step-form-subscribed': funnelStepFormSubscribed,
  'new-sale': newSale,
  'tag-added': tagAdded,
  'tag-removed': tagRemoved,
  'blog-page-form-subscribed': blogPageFormSubscribed,
  'webinar-registered': webinarRegistered,
  'course-enrolled': courseEnrolled,
  'course-bundle-enrolled': courseBundleEnrolled,
  'campaign-finished': campaignFinished,
  'page-visited': pageVisited,
  'email-link-clicked': emailLinkClicked,
  'account-contact-created': accountContactCreated,
  'account-contact-opt-in': accountContactOptIn,
  'account-contact-tag-added': accountContactTagAdded,
  'account-contact-tag-removed': accountContactTagRemoved,
  'account-sale-new': accountSaleNew,
  'account-sale-canceled': accountSaleCanceled,
}
