/** What differs from request to request though nothing else has happened. */
export type Volatile = 'id' | 'time' | 'address'

/** Tells by the key and the value as it was sent whether a value is of that kind; else `null`. */
export function volatileOf(key: string, raw: string): Volatile | null {
  const text = raw.startsWith('"') ? raw.slice(1, -1) : raw
  if (raw.startsWith('"')) {
    if (/^[^\s@]+@[^\s@]+$/.test(text)) return 'address'
    if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) || /^(?=.*:.*:)[\da-f:.]{3,39}$/i.test(text)) {
      return /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text) ? 'time' : 'address'
    }
    if (/^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(text)) return 'time'
    if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return 'id'
    if (/^[\da-f]{16,128}$/i.test(text)) return 'id'
  }
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text)
  if (isNumber && /(?:_at|At|date|Date|time|Time|timestamp)$/.test(key)) return 'time'
  if (/^(?:id|_id|uuid|guid)$|(?:_id|Id|ID|_uuid)$/.test(key) && text.length < 200) return 'id'
  return null
}
