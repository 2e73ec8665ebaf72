import type { FindingWords } from '../words.ts'

export const findings: FindingWords = {
  'verdict.valid': 'Conforme',
  'verdict.valid.text': 'Tout est comme documenté.',
  'verdict.valid.own': 'Tout est conforme à la structure propre.',
  'verdict.drifted': 'Écart',
  'verdict.drifted.text': 'Un événement documenté, avec quelque chose d’inhabituel.',
  'verdict.drifted.own': 'Conforme à la structure propre, avec quelque chose d’inhabituel.',
  'verdict.invalid': 'Non conforme',
  'verdict.invalid.text': 'Un événement documenté qui ne respecte pas sa structure.',
  'verdict.invalid.own': 'Ne respecte pas la structure propre de ce bin.',
  'verdict.undocumented': 'Non documenté',
  'verdict.undocumented.text':
    'L’enveloppe d’un événement connu, d’un type qu’aucun document ne décrit : ses données ne sont pas vérifiées.',
  'verdict.ambiguous': 'Ambigu',
  'verdict.ambiguous.text':
    'Le corps d’un webhook du compte sans son en-tête X-Webhook-Event : plusieurs événements ont cette forme.',
  'verdict.unrecognized': 'Non reconnu',
  'verdict.unrecognized.text': 'Du JSON lisible, mais pas un événement de systeme.io.',
  'verdict.unreadable': 'Illisible',
  'verdict.unreadable.text': 'Se dit JSON, ou y ressemble, et n’en est pas.',
  'verdict.none': 'Pas d’événement',
  'verdict.none.text': 'Rien à juger : pas de corps, ou rien qui puisse être un événement.',

  'flag.sentToInspectLink': 'envoyée à la page',
  'flag.sentToInspectLink.text':
    'Envoyée au lien que l’on regarde (?inspect). Les expéditeurs devraient utiliser l’URL du bin.',
  'flag.browserVisit': 'visite de navigateur',
  'flag.browserVisit.text': 'Sans doute une personne qui a ouvert l’URL du bin dans un navigateur.',
  'flag.aborted': 'interrompue',
  'flag.aborted.text': 'L’expéditeur est parti avant la fin. Ce qui était arrivé est gardé.',
  'flag.truncated': 'tronquée',
  'flag.truncated.text': 'Le corps dépassait la limite. Son début est gardé.',
  'flag.preflight': 'preflight',
  'flag.preflight.text': 'Un navigateur a demandé s’il pouvait envoyer (CORS).',
  'flag.upgrade': 'upgrade',
  'flag.upgrade.text': 'L’expéditeur voulait un autre protocole, la réponse fut en HTTP simple.',
  'flag.oddVersion': 'version inhabituelle',
  'flag.oddVersion.text':
    'Elle annonce une version de HTTP autre que 1.0 et 1.1, et fut lue quand même.',

  'signature.valid': 'Signature valide',
  'signature.valid-normalized': 'Signature valide pour la forme compacte',
  'signature.invalid': 'Signature invalide',
  'signature.missing': 'Signature manquante',
  'signature.unchecked': 'Signature non vérifiée',
}
