/**
 * Whether the sender would rather read HTML than JSON: it names `text/html`, and JSON not more
 * strongly. `*`/`*` says nothing, so `curl` gets JSON.
 */
export function prefersHtml(accept: string | undefined): boolean {
  const html = weight(accept, 'text/html')
  return html > 0 && html >= weight(accept, 'application/json')
}

/** Whether the sender names JSON, and HTML less strongly. */
export function prefersJson(accept: string | undefined): boolean {
  return weight(accept, 'application/json') > weight(accept, 'text/html')
}

/** Weight (`q`) that an `Accept` header gives a type by its name; 0 where it is not named. */
function weight(accept: string | undefined, type: string): number {
  for (const range of (accept ?? '').split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    if (name !== type) continue
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const value = q === undefined ? 1 : Number(q.slice(2))
    return Number.isNaN(value) ? 0 : value
  }
  return 0
}
