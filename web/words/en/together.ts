/** Words about requests side by side: compared, in a series, by contact, and taken along. */
export const together = {
  'copy.as': 'Copy as',
} as const
