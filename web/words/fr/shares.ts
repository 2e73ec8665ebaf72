import type { ShareWords } from '../words.ts'

/** Words for shares outside of their own views. */
export const shares: ShareWords = {
  'share.menu': 'Partager…',
  'share.opening': 'Ouverture du lien…',
  'share.guide': 'Choisissez une requête dans la liste',
  'share.guide.lead': 'Ce qui arrive apparaît ici tout seul.',
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
