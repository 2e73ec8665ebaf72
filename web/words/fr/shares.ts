import type { ShareWords } from '../words.ts'

/** Words for shares: made, listed, revoked, and looked at by others. */
export const shares: ShareWords = {
  'share.menu': 'Partager…',
  'share.title': 'Partager ce bin',
  'share.lead':
    'Un lien en lecture seule. La personne qui l’a voit ce qui arrive, en direct, et ne peut rien changer. Vous pouvez le révoquer à tout moment.',
  'share.make': 'Créer un lien et le copier',
  'share.made': 'Le lien est copié. Il n’est montré que maintenant.',
  'share.madeUncopied': 'Le lien est créé. Il n’est montré que maintenant : copiez-le.',
  'share.link': 'Le nouveau lien',
  'share.copy': 'Copier le lien',
  'share.options': 'Options du lien',
  'share.name': 'Pour qui (facultatif)',
  'share.scope': 'Ce qu’il montre',
  'share.scope.bin': 'Tout le bin',
  'share.scope.view': 'Les requêtes qui répondent à « {q} »',
  'share.scope.request': 'Seulement la requête {seq}',
  'share.scope.scenario': 'Seulement le scénario ouvert',
  'share.life': 'Prend fin après',
  'share.life.1h': 'une heure',
  'share.life.1d': 'un jour',
  'share.life.7d': 'sept jours',
  'share.life.30d': 'trente jours',
  'share.life.never': 'jamais',
  'share.password': 'Mot de passe (facultatif)',
  'share.password.hint': 'Transmettez-le par une autre voie que le lien.',
  'share.mask': 'Masquer les données personnelles et les secrets',
  'share.captureUrl': 'Montrer l’adresse d’envoi',
  'share.list': 'Liens de ce bin',
  'share.none': 'Il n’y a pas encore de lien.',
  'share.failed': 'Les liens n’ont pas pu être lus : {reason}',
  'share.unnamed': 'Lien {id}',
  'share.until': 'jusqu’au {time}',
  'share.endless': 'sans fin',
  'share.used': 'utilisé le {time}',
  'share.unused': 'pas encore utilisé',
  'share.masked': 'masqué',
  'share.unmasked': 'tout est visible',
  'share.locked': 'avec mot de passe',
  'share.revoke': 'Révoquer',
  'share.revokeNamed': 'Révoquer {name}',
  'share.revoked': '{name} est révoqué.',

  'share.viewer': 'Partagé avec vous',
  'share.viewer.masked':
    'Les données personnelles et les secrets sont masqués. Un même substitut remplace toujours la même valeur.',
  'share.viewer.open': 'Vous voyez tout tel qu’envoyé.',
  'share.opening': 'Ouverture du lien…',
  'share.guide': 'Choisissez une requête dans la liste',
  'share.guide.lead': 'Ce qui arrive apparaît ici tout seul.',
  'share.password.title': 'Ce lien a un mot de passe',
  'share.password.lead': 'Demandez-le à la personne qui vous a donné le lien.',
  'share.password.label': 'Mot de passe',
  'share.password.open': 'Ouvrir',
  'failure.ended': 'L’accès a pris fin',
  'failure.ended.text':
    'Ce lien a expiré ou a été révoqué. Demandez-en un nouveau à la personne qui vous l’a donné.',

  'withheld.encoded':
    'Le corps est compressé : ce qu’il a de personnel ne peut être masqué. Le partage ne le montre pas.',
  'withheld.binary':
    'Le corps n’est pas un texte lisible : ce qu’il a de personnel ne peut être masqué. Le partage ne le montre pas.',
  'withheld.unreadable':
    'Le corps est un JSON abîmé : ce qu’il a de personnel ne peut être trouvé à coup sûr. Le partage ne le montre pas.',
  'withheld.unknown-form':
    'Le corps n’est ni du JSON ni un formulaire : ce qu’il a de personnel ne peut être trouvé. Le partage ne le montre pas.',
  'withheld.too-large': 'Le corps est trop grand pour être masqué. Le partage ne le montre pas.',
}
