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
