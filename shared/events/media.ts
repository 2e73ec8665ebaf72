/** Whether a content type says JSON: `application/json`, `text/json`, `application/ld+json`. */
export function claimsJson(contentType: string | null): boolean {
  return /^\s*[\w.-]+\/(?:[\w.-]+\+)?json\s*(?:[;,]|$)/i.test(contentType ?? '')
}

export function claimsForm(contentType: string | null): boolean {
  return /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? '')
}

/**
 * Whether a text begins as JSON objects and arrays do. Deliberately narrow: style sheets begin with
 * a brace and log lines with a bracket, or a date in brackets, too.
 */
export function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*(?:\{\s*["}]|\[\s*(?:["{[\]]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*(?:[,\]]|$)|true|false|null)|"\s*[{[])/.test(
    text.slice(0, 200),
  )
}

/** What a text that is no JSON at all seems to be. */
export function guessMedia(text: string): string {
  const start = text.slice(0, 200).trimStart()
  if (/^<(?:!doctype html|html|head|body)/i.test(start)) return 'an HTML page'
  if (start.startsWith('<')) return 'XML'
  if (/^[\w.%[\]-]+=/.test(start)) return 'a form'
  return 'plain text'
}
