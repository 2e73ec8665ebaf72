import type { BodyWords } from './words.ts'

export const id: BodyWords = {
  'body.failed': 'Isi tidak dapat diambil: {reason}',
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
  'body.tooLarge':
    'Ukuran isi {size}, terlalu besar untuk ditampilkan di sini. Unduh untuk melihatnya.',
  'find.label': 'Cari di dalam isi',
  'find.count': { one: '{n}{more} hasil', other: '{n}{more} hasil' },
  'find.place': '{at} dari {n}{more}',
  'find.previous': 'Hasil sebelumnya',
  'find.next': 'Hasil berikutnya',
  'json.pointer': 'Penunjuk',
  'json.copyPointer': 'Salin JSON Pointer',
  'json.copyJq': 'Salin jalur untuk jq',
  'filter.by': 'Tampilkan permintaan dengan {what}',
  'filter.off': 'Jangan cari {what} lagi',
  'filter.column': 'Saring',
  'filter.value': 'Nilai',
  'filter.path': 'Jalur',
  'form.fields': { one: '{n} kolom', other: '{n} kolom' },
  'form.more': {
    one: '{n} kolom lagi tidak ditampilkan. Unduh isinya untuk melihatnya.',
    other: '{n} kolom lagi tidak ditampilkan. Unduh isinya untuk melihatnya.',
  },
  'multipart.parts': { one: '{n} bagian', other: '{n} bagian' },
  'multipart.part': 'Bagian {n}',
  'multipart.save': 'Unduh bagian {n}',
  'multipart.open':
    'Batas penutup tidak ada: isinya terpotong, atau tidak pernah diakhiri dengan benar.',
  'multipart.more': {
    one: '{n} bagian lagi tidak ditampilkan. Unduh isinya untuk melihatnya.',
    other: '{n} bagian lagi tidak ditampilkan. Unduh isinya untuk melihatnya.',
  },
  'image.facts': '{type}, {width} × {height} piksel, {size}',
  'image.show': 'Tampilkan gambar',
  'image.alt': 'Gambar yang dikirim',
  'image.tooLarge': 'Gambar terlalu besar untuk ditampilkan di sini. Unduh untuk melihatnya.',
  'raw.encoding': 'Pengodean isi',
  'raw.decoded': 'Didekode',
  'raw.asSent': 'Seperti dikirim',
  'raw.shown': 'Tampilkan sebagai',
  'raw.text': 'Teks',
  'raw.hex': 'Heksa',
}
