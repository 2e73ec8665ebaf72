import type { FindingWords } from '../words.ts'

export const findings: FindingWords = {
  'verdict.valid': 'Sesuai',
  'verdict.valid.text': 'Semuanya sesuai dokumentasi.',
  'verdict.valid.own': 'Semuanya sesuai bentuk sendiri.',
  'verdict.drifted': 'Menyimpang',
  'verdict.drifted.text': 'Peristiwa terdokumentasi, dengan sesuatu yang tidak biasa.',
  'verdict.drifted.own': 'Sesuai bentuk sendiri, dengan sesuatu yang tidak biasa.',
  'verdict.invalid': 'Tidak sesuai',
  'verdict.invalid.text': 'Peristiwa terdokumentasi yang melanggar bentuknya.',
  'verdict.invalid.own': 'Melanggar bentuk sendiri bin ini.',
  'verdict.undocumented': 'Tanpa dokumen',
  'verdict.undocumented.text':
    'Amplop peristiwa yang dikenal, dengan tipe yang tidak dijelaskan dokumen mana pun: datanya tidak diperiksa.',
  'verdict.ambiguous': 'Ambigu',
  'verdict.ambiguous.text':
    'Isi webhook akun tanpa header X-Webhook-Event: beberapa peristiwa tampak seperti ini.',
  'verdict.unrecognized': 'Tidak dikenal',
  'verdict.unrecognized.text': 'JSON yang terbaca, tetapi bukan peristiwa systeme.io.',
  'verdict.unreadable': 'Tak terbaca',
  'verdict.unreadable.text': 'Mengaku JSON, atau tampak seperti JSON, tetapi bukan.',
  'verdict.none': 'Bukan peristiwa',
  'verdict.none.text': 'Tidak ada yang dinilai: tanpa isi, atau tidak mungkin sebuah peristiwa.',

  'flag.sentToInspectLink': 'dikirim ke halaman',
  'flag.sentToInspectLink.text':
    'Dikirim ke tautan untuk melihat (?inspect). Pengirim sebaiknya memakai URL bin.',
  'flag.browserVisit': 'kunjungan peramban',
  'flag.browserVisit.text': 'Kemungkinan besar seseorang membuka URL bin di peramban.',
  'flag.aborted': 'terputus',
  'flag.aborted.text': 'Pengirim pergi sebelum selesai. Yang sudah tiba disimpan.',
  'flag.truncated': 'terpotong',
  'flag.truncated.text': 'Isi lebih panjang dari batas. Bagian awalnya disimpan.',
  'flag.preflight': 'preflight',
  'flag.preflight.text': 'Peramban bertanya apakah boleh mengirim (CORS).',
  'flag.upgrade': 'upgrade',
  'flag.upgrade.text': 'Pengirim meminta protokol lain, dan dijawab dengan HTTP biasa.',
  'flag.oddVersion': 'versi tak lazim',
  'flag.oddVersion.text': 'Menyebut versi HTTP selain 1.0 dan 1.1, dan tetap dibaca.',

  'signature.valid': 'Tanda tangan sah',
  'signature.valid-normalized': 'Tanda tangan sah untuk bentuk padat',
  'signature.invalid': 'Tanda tangan tidak sah',
  'signature.missing': 'Tanda tangan tidak ada',
  'signature.unchecked': 'Tanda tangan tidak diperiksa',
}
