/** Words for shares outside of their own views. */
export const shares = {
  'share.menu': 'Share …',
  'share.opening': 'Opening the link …',
} as const
