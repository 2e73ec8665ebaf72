import type { SendingMenuWords } from '../words.ts'

/** Words that lead to the dialogs that send something. */
export const sendingMenu: SendingMenuWords = {
  sendingMenu: 'Pengiriman',
  'sendingMenu.sender': 'Kirim peristiwa …',
  'sendingMenu.forward': 'Teruskan dan putar ulang …',
  'sendingMenu.retry': 'Lab percobaan ulang …',
  'sendingMenu.replay': 'Kirim ulang …',
}
