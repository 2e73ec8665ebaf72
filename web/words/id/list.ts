import type { ListWords } from '../words.ts'

/** Kata-kata daftar: pilihan, hari, pembatalan. */
export const list: ListWords = {
  'selection.label': 'Pilihan',
  'selection.count': { one: '{n} dipilih', other: '{n} dipilih' },
  'selection.clear': 'Kosongkan pilihan',
  'selection.pick': 'Pilih permintaan {seq}',
  'selection.delete': 'Hapus',
  'list.earlier': { one: '{n} percobaan sebelumnya', other: '{n} percobaan sebelumnya' },
  undo: 'Urungkan',
  'undo.deleted': { one: '{n} permintaan dihapus.', other: '{n} permintaan dihapus.' },
  'undo.cleared': 'Semua permintaan dihapus.',
}
