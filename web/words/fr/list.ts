import type { ListWords } from '../words.ts'

/** Les mots de la liste : sélection, jours, annulation. */
export const list: ListWords = {
  'selection.label': 'Sélection',
  'selection.count': { one: '{n} sélectionnée', other: '{n} sélectionnées' },
  'selection.clear': 'Vider la sélection',
  'selection.pick': 'Sélectionner la requête {seq}',
  'selection.delete': 'Supprimer',
  'keys.select': 'Sélectionner la requête ouverte',
  'keys.range': 'Sélectionner jusqu’à la requête ouverte',
}
