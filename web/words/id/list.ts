import type { ListWords } from '../words.ts'

/** Kata-kata daftar: pilihan, hari, pembatalan. */
export const list: ListWords = {
  'selection.label': 'Pilihan',
  'selection.count': { one: '{n} dipilih', other: '{n} dipilih' },
  'selection.clear': 'Kosongkan pilihan',
  'selection.pick': 'Pilih permintaan {seq}',
  'selection.delete': 'Hapus',
  'keys.select': 'Pilih permintaan yang terbuka',
  'keys.range': 'Pilih sampai permintaan yang terbuka',
}
