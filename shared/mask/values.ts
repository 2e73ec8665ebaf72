/** A JSON value with all its texts masked, keys included. */
export function maskValues(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((one: unknown) => maskValues(one, hide))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [hide(key), maskValues(one, hide)]),
  )
}
