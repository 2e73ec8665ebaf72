/** Name and value of each header, from the flat list of a request. */
export function headerPairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] satisfies [string, string]] : [],
  )
}

/** Every value of a header, in order. @param name in lower case */
export function headerValues(rawHeaders: readonly string[], name: string): string[] {
  return headerPairs(rawHeaders).flatMap(([key, value]) =>
    key.toLowerCase() === name ? [value] : [],
  )
}
