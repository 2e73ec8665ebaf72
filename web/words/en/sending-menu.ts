/** Words that lead to the dialogs that send something. */
export const sendingMenu = {
  sendingMenu: 'Sending',
  'sendingMenu.sender': 'Send an event …',
  'sendingMenu.forward': 'Forward and play back …',
  'sendingMenu.retry': 'Retry lab …',
  'sendingMenu.replay': 'Send again …',
} as const
