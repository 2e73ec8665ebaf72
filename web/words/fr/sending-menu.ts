import type { SendingMenuWords } from '../words.ts'

/** Words that lead to the dialogs that send something. */
export const sendingMenu: SendingMenuWords = {
  sendingMenu: 'Envois',
  'sendingMenu.sender': 'Envoyer un événement …',
  'sendingMenu.forward': 'Transférer et rejouer …',
  'sendingMenu.retry': 'Laboratoire de tentatives …',
  'sendingMenu.replay': 'Renvoyer …',
}
