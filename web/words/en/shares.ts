/** Words for shares outside of their own views. */
export const shares = {
  'share.menu': 'Share …',
  'share.opening': 'Opening the link …',
  'share.guide': 'Pick a request from the list',
  'share.guide.lead': 'What arrives shows up here by itself.',
  'failure.ended': 'Access has ended',
  'failure.ended.text':
    'This link has expired or been revoked. Ask who gave it to you for a new one.',
  'withheld.encoded':
    'The body is compressed, so what is personal in it cannot be hidden. The share does not show it.',
  'withheld.binary':
    'The body is no readable text, so what is personal in it cannot be hidden. The share does not show it.',
  'withheld.unreadable':
    'The body is broken JSON, so what is personal in it cannot be found safely. The share does not show it.',
  'withheld.unknown-form':
    'The body is neither JSON nor a form, so what is personal in it cannot be found. The share does not show it.',
  'withheld.too-large': 'The body is too large to be masked. The share does not show it.',
} as const
