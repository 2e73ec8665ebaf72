import type { TogetherWords } from '../words.ts'

/** Words about requests side by side: compared, in a series, by contact, and taken along. */
export const together: TogetherWords = {
  'copy.as': 'Salin sebagai',
}
