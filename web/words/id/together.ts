import type { TogetherWords } from '../words.ts'

/** Words that lead to requests side by side and by contact, and to what the document shows. */
export const together: TogetherWords = {
  'selection.compare': 'Bandingkan',
  'keys.compare': 'Bandingkan dengan yang lebih lama, atau dengan yang dipilih',
  'contacts.menu': 'Menurut kontak …',
  'peek.show': 'Apa yang ditunjukkan dokumen',
  'peek.none': 'Contoh yang didokumentasikan tidak memiliki apa pun di tempat ini.',
}
