import type { ShareWords } from '../words.ts'

/** Words for shares outside of their own views. */
export const shares: ShareWords = {
  'share.menu': 'Bagikan …',
  'share.opening': 'Membuka tautan …',
  'share.guide': 'Pilih permintaan dari daftar',
  'share.guide.lead': 'Yang masuk akan muncul di sini dengan sendirinya.',
  'failure.ended': 'Akses telah berakhir',
  'failure.ended.text':
    'Tautan ini sudah kedaluwarsa atau dicabut. Mintalah yang baru kepada orang yang memberikannya.',
  'withheld.encoded':
    'Isi permintaan terkompresi, sehingga data pribadi di dalamnya tidak dapat disembunyikan. Tautan ini tidak menampilkannya.',
  'withheld.binary':
    'Isi permintaan bukan teks yang terbaca, sehingga data pribadi di dalamnya tidak dapat disembunyikan. Tautan ini tidak menampilkannya.',
  'withheld.unreadable':
    'Isi permintaan adalah JSON yang rusak, sehingga data pribadi di dalamnya tidak dapat ditemukan dengan pasti. Tautan ini tidak menampilkannya.',
  'withheld.unknown-form':
    'Isi permintaan bukan JSON dan bukan formulir, sehingga data pribadi di dalamnya tidak dapat ditemukan. Tautan ini tidak menampilkannya.',
  'withheld.too-large':
    'Isi permintaan terlalu besar untuk disamarkan. Tautan ini tidak menampilkannya.',
}
