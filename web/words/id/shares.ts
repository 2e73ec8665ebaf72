import type { ShareWords } from '../words.ts'

/** Words for shares: made, listed, revoked, and looked at by others. */
export const shares: ShareWords = {
  'share.menu': 'Bagikan …',
  'share.title': 'Bagikan bin ini',
  'share.lead':
    'Tautan hanya-baca. Siapa pun yang memilikinya melihat yang masuk secara langsung dan tidak dapat mengubah apa pun. Anda dapat mencabutnya kapan saja.',
  'share.make': 'Buat tautan dan salin',
  'share.made': 'Tautan sudah disalin. Tautan hanya ditampilkan sekarang.',
  'share.madeUncopied': 'Tautan sudah dibuat dan hanya ditampilkan sekarang: salinlah.',
  'share.link': 'Tautan baru',
  'share.copy': 'Salin tautan',
  'share.options': 'Pilihan tautan',
  'share.name': 'Untuk siapa (opsional)',
  'share.scope': 'Yang ditampilkan',
  'share.scope.bin': 'Seluruh bin',
  'share.scope.view': 'Permintaan yang cocok dengan “{q}”',
  'share.scope.request': 'Hanya permintaan {seq}',
  'share.scope.scenario': 'Hanya skenario yang terbuka',
  'share.life': 'Berakhir setelah',
  'share.life.1h': 'satu jam',
  'share.life.1d': 'satu hari',
  'share.life.7d': 'tujuh hari',
  'share.life.30d': 'tiga puluh hari',
  'share.life.never': 'tidak pernah',
  'share.password': 'Kata sandi (opsional)',
  'share.password.hint': 'Sampaikan lewat jalan lain, bukan bersama tautan.',
  'share.mask': 'Sembunyikan data pribadi dan rahasia',
  'share.captureUrl': 'Tampilkan alamat pengiriman',
  'share.list': 'Tautan bin ini',
  'share.none': 'Belum ada tautan.',
  'share.failed': 'Tautan tidak dapat dibaca: {reason}',
  'share.unnamed': 'Tautan {id}',
  'share.until': 'sampai {time}',
  'share.endless': 'tanpa batas waktu',
  'share.used': 'terakhir dipakai {time}',
  'share.unused': 'belum dipakai',
  'share.masked': 'disamarkan',
  'share.unmasked': 'semua terlihat',
  'share.locked': 'dengan kata sandi',
  'share.revoke': 'Cabut',
  'share.revokeNamed': 'Cabut {name}',
  'share.revoked': '{name} sudah dicabut.',

  'share.viewer': 'Dibagikan kepada Anda',
  'share.viewer.masked':
    'Data pribadi dan rahasia disembunyikan. Pengganti yang sama selalu mewakili nilai yang sama.',
  'share.viewer.open': 'Anda melihat semuanya persis seperti dikirim.',
  'share.opening': 'Membuka tautan …',
  'share.guide': 'Pilih permintaan dari daftar',
  'share.guide.lead': 'Yang masuk akan muncul di sini dengan sendirinya.',
  'share.password.title': 'Tautan ini memakai kata sandi',
  'share.password.lead': 'Mintalah kepada orang yang memberi Anda tautan ini.',
  'share.password.label': 'Kata sandi',
  'share.password.open': 'Buka',
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
