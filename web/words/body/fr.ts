import type { BodyWords } from './words.ts'

export const fr: BodyWords = {
  'body.failed': 'Le corps n’a pas pu être récupéré : {reason}',
  'withheld.encoded':
    'Le corps est compressé : ce qu’il a de personnel ne peut être masqué. Le partage ne le montre pas.',
  'withheld.binary':
    'Le corps n’est pas un texte lisible : ce qu’il a de personnel ne peut être masqué. Le partage ne le montre pas.',
  'withheld.unreadable':
    'Le corps est un JSON abîmé : ce qu’il a de personnel ne peut être trouvé à coup sûr. Le partage ne le montre pas.',
  'withheld.unknown-form':
    'Le corps n’est ni du JSON ni un formulaire : ce qu’il a de personnel ne peut être trouvé. Le partage ne le montre pas.',
  'withheld.too-large': 'Le corps est trop grand pour être masqué. Le partage ne le montre pas.',
  'body.tooLarge':
    'Le corps fait {size}, trop pour être affiché ici. Téléchargez-le pour le consulter.',
  'find.label': 'Chercher dans le corps',
  'find.count': { one: '{n}{more} résultat', other: '{n}{more} résultats' },
  'find.place': '{at} sur {n}{more}',
  'find.previous': 'Résultat précédent',
  'find.next': 'Résultat suivant',
  'json.pointer': 'Pointeur',
  'json.copyPointer': 'Copier le JSON Pointer',
  'json.copyJq': 'Copier le chemin pour jq',
  'filter.by': 'Afficher les requêtes avec {what}',
  'filter.off': 'Ne plus chercher {what}',
  'filter.column': 'Filtrer',
  'filter.value': 'Valeur',
  'filter.path': 'Chemin',
  'form.fields': { one: '{n} champ', other: '{n} champs' },
  'form.more': {
    one: '{n} autre champ n’est pas affiché. Téléchargez le corps pour le voir.',
    other: '{n} autres champs ne sont pas affichés. Téléchargez le corps pour les voir.',
  },
  'multipart.parts': { one: '{n} partie', other: '{n} parties' },
  'multipart.part': 'Partie {n}',
  'multipart.save': 'Télécharger la partie {n}',
  'multipart.open':
    'Le délimiteur final manque : le corps a été coupé, ou n’a jamais été terminé correctement.',
  'multipart.more': {
    one: '{n} autre partie n’est pas affichée. Téléchargez le corps pour la voir.',
    other: '{n} autres parties ne sont pas affichées. Téléchargez le corps pour les voir.',
  },
  'image.facts': '{type}, {width} × {height} pixels, {size}',
  'image.show': 'Afficher l’image',
  'image.alt': 'L’image envoyée',
  'image.tooLarge':
    'L’image est trop grande pour être affichée ici. Téléchargez-la pour la consulter.',
  'raw.encoding': 'Codage du contenu',
  'raw.decoded': 'Décodé',
  'raw.asSent': 'Tel qu’envoyé',
  'raw.shown': 'Afficher comme',
  'raw.text': 'Texte',
  'raw.hex': 'Hexa',
}
