/** Words that lead to requests side by side and by contact, and to what the document shows. */
export const together = {
  'selection.compare': 'Compare',
  'keys.compare': 'Compare with the older one, or what is selected',
  'contacts.menu': 'By contact …',
  'peek.show': 'What the document shows',
  'peek.none': 'The documented sample has nothing at this place.',
} as const
