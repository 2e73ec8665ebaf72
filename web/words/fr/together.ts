import type { TogetherWords } from '../words.ts'

/** Words about requests side by side: compared, in a series, by contact, and taken along. */
export const together: TogetherWords = {
  'copy.as': 'Copier en',
  'copy.snippet': 'En {name}',
  'copy.copySnippet': 'Copier en {name}',
  'copy.har': 'En archive HTTP',
  'copy.saveHar': 'Télécharger en HAR',
  'copy.tooLarge':
    'Le corps est trop grand pour une commande. Téléchargez-le depuis l’onglet Corps.',
  'selection.compare': 'Comparer',
  'keys.compare': 'Comparer avec la précédente, ou la sélection',
  'contacts.menu': 'Par contact …',
  'peek.show': 'Ce que montre le document',
  'peek.none': 'L’exemple documenté n’a rien à cet endroit.',
}
