import type { ShareWords } from '../words.ts'

/** Words for shares outside of their own views. */
export const shares: ShareWords = {
  'share.menu': 'Partager…',
  'share.opening': 'Ouverture du lien…',
}
