import type { TogetherWords } from '../words.ts'

/** Words that lead to requests side by side and by contact, and to what the document shows. */
export const together: TogetherWords = {
  'selection.compare': 'Comparer',
  'keys.compare': 'Comparer avec la précédente, ou la sélection',
  'contacts.menu': 'Par contact …',
  'peek.show': 'Ce que montre le document',
  'peek.none': 'L’exemple documenté n’a rien à cet endroit.',
}
