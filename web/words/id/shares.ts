import type { ShareWords } from '../words.ts'

/** Words for shares outside of their own views. */
export const shares: ShareWords = {
  'share.menu': 'Bagikan …',
  'share.opening': 'Membuka tautan …',
}
