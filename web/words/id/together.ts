import type { TogetherWords } from '../words.ts'

/** Words about requests side by side: compared, in a series, by contact, and taken along. */
export const together: TogetherWords = {
  'copy.as': 'Salin sebagai',
  'copy.snippet': 'Sebagai {name}',
  'copy.copySnippet': 'Salin sebagai {name}',
  'copy.har': 'Sebagai arsip HTTP',
  'copy.saveHar': 'Unduh sebagai HAR',
  'copy.tooLarge': 'Isinya terlalu besar untuk sebuah perintah. Unduh dari tab Isi.',
  'selection.compare': 'Bandingkan',
  'keys.compare': 'Bandingkan dengan yang lebih lama, atau dengan yang dipilih',
  'contacts.menu': 'Menurut kontak …',
  'peek.show': 'Apa yang ditunjukkan dokumen',
  'peek.none': 'Contoh yang didokumentasikan tidak memiliki apa pun di tempat ini.',
}
