import { isKind, Kind, memberValue, rawAt, stringAt, type JsonTape } from '../json/document.ts'
import type { Trigger } from '../events/trigger.ts'

/**
 * Where each event names what it is about. A sale is about one order item: an order bump has the
 * same order and another item, and a renewal has the same order once more.
 */
const itemPaths: Record<Trigger, readonly string[]> = {
  'funnel-step-form-subscribed': ['data', 'funnel_step', 'id'],
  'new-sale': ['data', 'order_item', 'id'],
  'tag-added': ['data', 'tag', 'id'],
  'tag-removed': ['data', 'tag', 'id'],
  'blog-page-form-subscribed': ['data', 'page_model', 'id'],
  'webinar-registered': ['data', 'webinar', 'id'],
  'course-enrolled': ['data', 'course', 'id'],
  'course-bundle-enrolled': ['data', 'course_bundle', 'id'],
  'campaign-finished': ['data', 'campaign', 'id'],
  'page-visited': ['data', 'funnel_step', 'id'],
  'email-link-clicked': ['data', 'sent_email', 'id'],
  'account-contact-created': ['contact', 'id'],
  'account-contact-opt-in': ['contact', 'id'],
  'account-contact-tag-added': ['tag', 'id'],
  'account-contact-tag-removed': ['tag', 'id'],
  'account-sale-new': ['orderItem', 'id'],
  'account-sale-canceled': ['orderItem', 'id'],
}

/**
 * What an event is about, beside its contact: an order item, a tag, a funnel step …
 * @param node the event's object
 * @returns the id as text; `null` where it is not there, or is no id
 */
export function itemOf(doc: JsonTape, node: number, trigger: Trigger): string | null {
  let item = node
  for (const key of itemPaths[trigger]) {
    item = memberValue(doc, item, key)
    if (item < 0) return null
  }
  if (isKind(doc, item, Kind.number)) return rawAt(doc, item)
  return isKind(doc, item, Kind.string) ? stringAt(doc, item) : null
}
