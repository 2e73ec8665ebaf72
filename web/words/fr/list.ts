import type { ListWords } from '../words.ts'

/** Les mots de la liste : sélection, jours, annulation. */
export const list: ListWords = {
  'selection.label': 'Sélection',
  'selection.count': { one: '{n} sélectionnée', other: '{n} sélectionnées' },
  'selection.clear': 'Vider la sélection',
  'selection.pick': 'Sélectionner la requête {seq}',
  'selection.delete': 'Supprimer',
  'list.earlier': { one: '{n} tentative précédente', other: '{n} tentatives précédentes' },
  undo: 'Annuler la suppression',
  'undo.deleted': { one: '{n} requête supprimée.', other: '{n} requêtes supprimées.' },
  'undo.cleared': 'Toutes les requêtes sont supprimées.',
}
