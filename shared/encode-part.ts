/**
 * A text as a part of an address. Half a surrogate pair has no form there, and what senders write is
 * full of surprises: it becomes U+FFFD, where `encodeURIComponent` would throw.
 */
export function encodePart(text: string | number): string {
  return encodeURIComponent(String(text).replace(/\p{Cs}/gu, '\uFFFD'))
}
