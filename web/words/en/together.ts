/** Words about requests side by side: compared, in a series, by contact, and taken along. */
export const together = {
  'copy.as': 'Copy as',
  'copy.snippet': 'As {name}',
  'copy.copySnippet': 'Copy as {name}',
  'copy.har': 'As an HTTP archive',
  'copy.saveHar': 'Download as HAR',
  'copy.tooLarge': 'The body is too large for a command. Download it from the Body tab.',
  'selection.compare': 'Compare',
  'keys.compare': 'Compare with the older one, or what is selected',
  'contacts.menu': 'By contact …',
  'peek.show': 'What the document shows',
  'peek.none': 'The documented sample has nothing at this place.',
} as const
