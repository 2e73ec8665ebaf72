/** Ways to break a documented event on purpose, named by the finding they provoke. */
export const breakages = [
  'missing',
  'wrong-type',
  'null-not-allowed',
  'extra',
  'bad-format',
  'unknown-type',
  'duplicate-key',
  'json-syntax',
  'json-truncated',
  'empty-body',
  'bom',
  'wrapped-array',
  'double-encoded',
  'no-event-header',
  'invalid-signature',
] as const

export type Breakage = (typeof breakages)[number]

/** Ways to send an event that is as documented, but that receivers stumble over. */
export const oddities = ['huge', 'emoji', 'duplicate', 'out-of-order', 'slow'] as const

export type Oddity = (typeof oddities)[number]
