import type { SideBySideWords } from './words.ts'

export const fr: SideBySideWords = {
  'compare.title': 'Requête {first} à côté de {second}',
  'compare.lead':
    'Ce qui, dans la seconde, n’est pas comme dans la première. Un simple changement d’ordre des membres ne compte pas.',
  'compare.close': 'Fermer la comparaison',
  'compare.mask': 'Ignorer les identifiants, dates et adresses',
  'compare.swap': 'Inverser',
  'compare.loading': 'Récupération des requêtes …',
  'compare.differences': 'Différences',
  'compare.body': 'Corps',
  'compare.headers': 'En-têtes',
  'compare.path': 'Chemin',
  'compare.kind': 'Modification',
  'compare.before': 'Avant',
  'compare.after': 'Après',
  'compare.added': 'ajouté',
  'compare.removed': 'supprimé',
  'compare.changed': 'modifié',
  'compare.moved': 'déplacé',
  'compare.from': 'depuis',
  'compare.count': { one: '{n} différence', other: '{n} différences' },
  'compare.masked': {
    one: '{n} identifiant, date ou adresse est ignoré',
    other: '{n} identifiants, dates et adresses sont ignorés',
  },
  'compare.omitted': {
    one: '{n} autre différence n’est pas listée.',
    other: '{n} autres différences ne sont pas listées.',
  },
  'compare.showAll': { one: 'Afficher la ligne', other: 'Afficher les {n} lignes' },
  'compare.sameBody': 'Les corps sont identiques, octet par octet.',
  'compare.sameLines': 'Les textes ont les mêmes lignes.',
  'compare.sameHeaders': 'Les en-têtes ont les mêmes valeurs.',
  'compare.noText':
    'Les corps diffèrent. Ce ne sont pas des textes, ou ils sont trop grands pour être comparés ici.',
  'series.title': { one: '{n} requête', other: '{n} requêtes côte à côte' },
  'series.lead':
    'Une ligne par chemin, une colonne par requête. Ce qui diffère de la colonne précédente est marqué.',
  'series.onlyChanged': 'Seulement ce qui change',
  'series.none': 'Rien ne change d’une de ces requêtes à la suivante.',
  'series.cut': 'Il y a plus de chemins que ceux-ci : seuls les premiers sont listés.',
  'contacts.title': { one: '{n} contact', other: '{n} contacts' },
  'contacts.lead':
    'Ce qui est arrivé à chaque contact, dans l’ordre, avec le temps écoulé. Les événements qui partagent le numéro ou l’adresse e-mail d’un contact vont ensemble.',
  'contacts.close': 'Fermer les contacts',
  'contacts.from': {
    one: 'D’après la requête la plus récente',
    other: 'D’après les {n} requêtes les plus récentes',
  },
  'contacts.older': 'Inclure de plus anciennes',
  'contacts.none': 'Aucun événement d’un contact n’est encore arrivé.',
  'contacts.lanes': 'Contacts',
  'contacts.events': { one: '{n} événement', other: '{n} événements' },
  'contacts.showAll': { one: 'Afficher le contact', other: 'Afficher les {n} contacts' },
  'contacts.showSteps': { one: 'Afficher l’événement', other: 'Afficher les {n} événements' },
}
