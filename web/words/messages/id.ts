import { createSay } from './say.ts'
import type { Messages } from './templates.ts'

export const messages: Messages = {
  or: 'atau',
  'Expected {what~}, found {found~}: {why~}': 'Diharapkan {what~}, ditemukan {found~}: {why~}',
  'Expected {what~}, found {found~}': 'Diharapkan {what~}, ditemukan {found~}',
  'Expected {what~}: null is not documented here':
    'Diharapkan {what~}: null tidak didokumentasikan di sini',
  'Documented as {what~}, found {found~}': 'Didokumentasikan sebagai {what~}, ditemukan {found~}',
  'Only null was ever seen here; this is {found~}':
    'Selama ini hanya null yang terlihat di sini; ini {found~}',
  'A value that no document names: {found~}': 'Nilai yang tidak disebut dokumen mana pun: {found~}',
  'A newer variant: "{name}" stands for the documented "{replaced}"':
    'Varian yang lebih baru: "{name}" menggantikan "{replaced}" yang didokumentasikan',
  'The key "type" is missing: without it the event cannot be told':
    'Kunci "type" tidak ada: tanpanya peristiwa tidak dapat dikenali',
  'The key "{name}" is missing: expected {what~}': 'Kunci "{name}" tidak ada: diharapkan {what~}',
  'The key "{name}" is missing': 'Kunci "{name}" tidak ada',
  'The key "{name}" is documented to be absent: what the type names stands in data':
    'Kunci "{name}" didokumentasikan tidak ada: yang disebut oleh type berada di data',
  'The key {name} is repeated: one of its values gets lost':
    'Kunci {name} berulang: salah satu nilainya hilang',
  'The key {name} can change objects where it is merged carelessly':
    'Kunci {name} dapat mengubah objek bila digabungkan secara ceroboh',
  'This key belongs to another event': 'Kunci ini milik peristiwa lain',
  'This key is not documented; most likely "{name}" was meant':
    'Kunci ini tidak didokumentasikan; kemungkinan besar maksudnya "{name}"',
  'This key is not documented': 'Kunci ini tidak didokumentasikan',
  'This key is not in the shape': 'Kunci ini tidak ada dalam bentuk',
  'Without entries this is documented as [], not {}':
    'Tanpa isi, dokumen menuliskannya [], bukan {}',
  'The type must be a string: without it the event cannot be told':
    'Type harus berupa string: tanpanya peristiwa tidak dapat dikenali',
  'No event has the key "event"; "{name}" is most likely {suggestion}':
    'Tidak ada peristiwa dengan kunci "event"; "{name}" kemungkinan besar {suggestion}',
  'No document describes the type "{name}"; most likely {suggestion} was meant, an account webhook, which is named in the header X-Webhook-Event':
    'Tidak ada dokumen yang menjelaskan type "{name}"; kemungkinan besar maksudnya {suggestion}, webhook akun, yang disebut di header X-Webhook-Event',
  'No document describes the type "{name}"; most likely {suggestion} was meant':
    'Tidak ada dokumen yang menjelaskan type "{name}"; kemungkinan besar maksudnya {suggestion}',
  'No document describes the type "{name}": its envelope is checked, its data is not':
    'Tidak ada dokumen yang menjelaskan type "{name}": amplopnya diperiksa, datanya tidak',
  'No document describes X-Webhook-Event: "{name}"; most likely {suggestion} was meant':
    'Tidak ada dokumen yang menjelaskan X-Webhook-Event: "{name}"; kemungkinan besar maksudnya {suggestion}',
  'No document describes X-Webhook-Event: "{name}"':
    'Tidak ada dokumen yang menjelaskan X-Webhook-Event: "{name}"',
  'No document describes X-Webhook-Schema-Version: "{version}"':
    'Tidak ada dokumen yang menjelaskan X-Webhook-Schema-Version: "{version}"',
  'Without the header X-Webhook-Event ({name} is no header of systeme.io) this can be {suggestion*}':
    'Tanpa header X-Webhook-Event ({name} bukan header systeme.io) ini bisa {suggestion*}',
  'Without the header X-Webhook-Event this can be {suggestion*}':
    'Tanpa header X-Webhook-Event ini bisa {suggestion*}',
  'The data does not fit {name}, but {suggestion*}':
    'Datanya tidak cocok dengan {name}, melainkan dengan {suggestion*}',
  'The body does not fit X-Webhook-Event: {name}, but {suggestion*}':
    'Isinya tidak cocok dengan X-Webhook-Event: {name}, melainkan dengan {suggestion*}',
  'The opt-in has a funnel_step and a page_model: it can come from one only':
    'Opt-in ini memiliki funnel_step dan page_model: asalnya hanya bisa dari salah satu',
  'The opt-in has neither funnel_step nor page_model; other forms are said to exist, but no document describes them':
    'Opt-in ini tidak memiliki funnel_step maupun page_model; formulir lain konon ada, tetapi tidak dijelaskan dokumen mana pun',
  'The contact stands inside another contact: live deliveries have one':
    'Kontak berada di dalam kontak lain: pengiriman nyata hanya memiliki satu',
  'This stands beside events and is none': 'Ini berada di samping peristiwa dan bukan peristiwa',
  'The body is an array: systeme.io sends one event, not in an array':
    'Isinya berupa array: systeme.io mengirim satu peristiwa, tidak dalam array',
  "The event stands in the body of an n8n item, not at the body's root":
    'Peristiwa berada di body sebuah item n8n, bukan di akar isi',
  "The event stands in an n8n item, not at the body's root":
    'Peristiwa berada di sebuah item n8n, bukan di akar isi',
  'The event is a JSON text inside a JSON string: it was encoded twice':
    'Peristiwa ini adalah teks JSON di dalam string JSON: dikodekan dua kali',
  'The data is a JSON text inside a string: it was encoded twice':
    'Datanya adalah teks JSON di dalam string: dikodekan dua kali',
  'The string holds a text that begins like JSON and is none: {fault~} (line {line}, column {column} of that text)':
    'String ini berisi teks yang diawali seperti JSON tetapi bukan: {fault~} (baris {line}, kolom {column} dari teks itu)',
  'The event stands in the form field "{name}": systeme.io sends JSON':
    'Peristiwa berada di kolom formulir "{name}": systeme.io mengirim JSON',
  'The event came as a form: numbers became texts, null and [] were lost':
    'Peristiwa datang sebagai formulir: angka menjadi teks, null dan [] hilang',
  'The body is not UTF-8: byte {byte} at offset {offset} begins no character':
    'Isinya bukan UTF-8: byte {byte} pada posisi {offset} tidak memulai karakter apa pun',
  'The body is {charset}: JSON is exchanged as UTF-8':
    'Isinya {charset}: JSON dipertukarkan sebagai UTF-8',
  'The content type says {charset}, but the body is UTF-8':
    'Tipe konten menyebut {charset}, tetapi isinya UTF-8',
  'The body is empty, though its content type says JSON':
    'Isinya kosong, padahal tipe kontennya menyebut JSON',
  'The body is {media~}, though its content type says JSON':
    'Isinya {media~}, padahal tipe kontennya menyebut JSON',
  'The text begins with a byte order mark': 'Teks diawali tanda urutan byte',
  'The text contains {escape} as letters: it was escaped twice':
    'Teks memuat {escape} sebagai huruf: di-escape dua kali',
  'The text contains invisible control characters':
    'Teks memuat karakter kendali yang tidak terlihat',
  'The text contains half a surrogate pair': 'Teks memuat setengah pasangan surrogate',
  'The text ends inside a string': 'Teks berakhir di dalam string',
  'The text ends inside a number': 'Teks berakhir di dalam angka',
  'The text ends inside the word {word}': 'Teks berakhir di dalam kata {word}',
  'The text ends where {what~} is expected': 'Teks berakhir di tempat {what~} diharapkan',
  'More than {depth} objects and arrays lie inside each other':
    'Lebih dari {depth} objek dan array bersarang',
  'The number is too large for a double': 'Angka terlalu besar untuk double',
  'The integer lies beyond 2^53: many readers take it for {value}':
    'Bilangan bulat melewati 2^53: banyak pembaca menganggapnya {value}',
  'A string contains {found~} as it is: inside strings it must be escaped':
    'String memuat {found~} apa adanya: di dalam string harus di-escape',
  'A \\u escape needs four hexadecimal digits, found {found~}':
    'Escape \\u memerlukan empat digit heksadesimal, ditemukan {found~}',
  'JSON has no escape of a backslash followed by {found~}':
    'JSON tidak mengenal escape garis miring terbalik diikuti {found~}',
  'A number must not begin with a needless zero': 'Angka tidak boleh diawali nol yang tidak perlu',
  'A digit is missing after {digits}': 'Satu digit hilang setelah {digits}',
  'JSON has no -Infinity': 'JSON tidak memiliki -Infinity',
  'The body was written anew on the way: its normalised form is what was signed':
    'Isinya ditulis ulang di jalan: yang ditandatangani adalah bentuk normalnya',
  'The body was written anew on the way by something that made 0 of 0.0; else it is right':
    'Isinya ditulis ulang di jalan oleh sesuatu yang menjadikan 0.0 sebagai 0; selebihnya benar',
  'The signature is sent as {name}; systeme.io calls it X-Webhook-Signature':
    'Tanda tangan dikirim sebagai {name}; systeme.io menyebutnya X-Webhook-Signature',
  'There is no header X-Webhook-Signature; automation rules never sign, account webhooks always':
    'Tidak ada header X-Webhook-Signature; aturan otomatisasi tidak pernah menandatangani, webhook akun selalu',
  'It has the prefix {prefix}, which systeme.io never writes; the rest is right':
    'Ada awalan {prefix} yang tidak pernah ditulis systeme.io; sisanya benar',
  'It has the prefix {prefix}, which systeme.io never writes; the rest is wrong, too':
    'Ada awalan {prefix} yang tidak pernah ditulis systeme.io; sisanya juga salah',
  'It is not 64 hexadecimal digits: it looks like base64':
    'Bukan 64 digit heksadesimal: tampak seperti base64',
  'It is not 64 hexadecimal digits: it is as long as one of {name}':
    'Bukan 64 digit heksadesimal: panjangnya seperti {name}',
  'It is not 64 hexadecimal digits': 'Bukan 64 digit heksadesimal',
  'Only a part of the body arrived or was kept, so that it cannot be checked':
    'Hanya sebagian isi yang tiba atau disimpan, sehingga tidak dapat diperiksa',
  'The secret of this bin has white space around it; without it the signature is right':
    'Rahasia bin ini diapit spasi; tanpanya tanda tangan benar',
  'Another secret was used, or the body was altered on the way':
    'Rahasia lain yang dipakai, atau isinya diubah di jalan',
  'a comma or the closing brace': 'koma atau kurung kurawal tutup',
  'a comma or the closing bracket': 'koma atau kurung siku tutup',
  'a key in double quotes': 'kunci dalam tanda kutip ganda',
  'a colon after the key': 'titik dua setelah kunci',
  'the end of the text': 'akhir teks',
  'null (or an integer, a string, an object)': 'null (atau bilangan bulat, string, objek)',
  'an object of slug and text, or [] when empty': 'objek slug → teks, atau [] bila kosong',
  'a string ({what~})': 'string ({what~})',
  'e-mail address': 'alamat email',
  'IPv4 or IPv6 address': 'alamat IPv4 atau IPv6',
  'RFC 3339 date and time': 'tanggal dan waktu RFC 3339',
  'ISO 4217 code in lower case': 'kode ISO 4217 huruf kecil',
  'ISO 3166-1 alpha-2 code in upper case': 'kode ISO 3166-1 alpha-2 huruf besar',
  'true or false': 'true atau false',
  '{what~} or null': '{what~} atau null',
  '{what~} or {other~}': '{what~} atau {other~}',
  'an integer': 'bilangan bulat',
  'a boolean': 'boolean',
  'a value': 'nilai',
  'a text of format {name}': 'teks berformat {name}',
  'a text that matches {pattern}': 'teks yang cocok dengan {pattern}',
  'a text short enough to be held against {pattern}':
    'teks yang cukup pendek untuk dicocokkan dengan {pattern}',
  'nothing here': 'tidak ada apa pun di sini',
  'one of several variants': 'salah satu varian',
  'exactly one of several variants': 'tepat satu dari beberapa varian',
  'what the shape does not exclude': 'yang tidak dikecualikan bentuk',
  'what the shape asks for in this case': 'yang diminta bentuk dalam hal ini',
  'a multiple of {number}': 'kelipatan {number}',
  'at least {number} characters': 'paling sedikit {number} karakter',
  'at most {number} characters': 'paling banyak {number} karakter',
  'at least {number} elements': 'paling sedikit {number} elemen',
  'at most {number} elements': 'paling banyak {number} elemen',
  'at least {number} keys': 'paling sedikit {number} kunci',
  'at most {number} keys': 'paling banyak {number} kunci',
  'at least {number}': 'paling sedikit {number}',
  'at most {number}': 'paling banyak {number}',
  'more than {number}': 'lebih dari {number}',
  'less than {number}': 'kurang dari {number}',
  'the string {text}': 'string {text}',
  'the number {text}': 'angka {text}',
  'the word {text}': 'kata {text}',
  'the character {text}': 'karakter {text}',
  'an empty object': 'objek kosong',
  'an empty array': 'array kosong',
  'an object': 'objek',
  'an array': 'array',
  'a string': 'string',
  'a number': 'angka',
  'an HTML page': 'halaman HTML',
  'a form': 'formulir',
  'plain text': 'teks biasa',
  'a tab': 'tab',
  'a line break': 'ganti baris',
  'a single quote': 'tanda kutip tunggal',
  'a comma': 'koma',
  'a slash': 'garis miring',
  'a colon': 'titik dua',
  'an opening bracket': 'kurung siku buka',
  'a closing bracket': 'kurung siku tutup',
  'an opening brace': 'kurung kurawal buka',
  'a closing brace': 'kurung kurawal tutup',
  'account webhooks write them like this': 'webhook akun menuliskannya seperti ini',
  'another JSON text follows': 'teks JSON lain menyusul',
  'a comma is missing': 'koma hilang',
  'JSON allows no trailing comma': 'JSON tidak mengizinkan koma di akhir',
  'JSON has no comments': 'JSON tidak memiliki komentar',
  'JSON has no {word}': 'JSON tidak memiliki {word}',
  'JSON writes {word}': 'JSON menulis {word}',
  'keys stand in double quotes': 'kunci ditulis dalam tanda kutip ganda',
  'JSON knows double quotes only': 'JSON hanya mengenal tanda kutip ganda',
  'JSON knows straight double quotes only': 'JSON hanya mengenal tanda kutip ganda lurus',
  'a number carries no plus sign': 'angka tidak memakai tanda plus',
  'a number begins with a digit': 'angka diawali digit',
  'this looks like HTML': 'ini tampak seperti HTML',
  'string ({what~})': 'string ({what~})',
  'object of slug and text, or [] when empty': 'object slug → teks, atau [] bila kosong',
  'slug → text; [] when there are none': 'slug → teks; [] bila tidak ada',
  'so far: {values}': 'sejauh ini: {values}',
  'only null seen; presumably {what~}': 'hanya null yang terlihat; mungkin {what~}',
  'set by form opt-ins, null elsewhere': 'diisi oleh opt-in formulir, selain itu null',
  'with utm_* in its query; seen live': 'dengan utm_* di query; terlihat di lapangan',
  'minor units (cents)': 'satuan terkecil (sen)',
  'newer variant; seen live': 'varian lebih baru; terlihat di lapangan',
  'seconds, as a decimal string': 'detik, sebagai string desimal',
  'may be after created_at': 'bisa setelah created_at',
  'in the language of the account': 'dalam bahasa akun',
  'instead of a funnel step': 'sebagai ganti langkah corong',
  'an e-mail address': 'alamat email',
  'A search has at most {n} characters': 'Pencarian paling banyak {n} karakter',
  'This parenthesis was never opened': 'Tanda kurung ini tidak pernah dibuka',
  'This parenthesis is never closed': 'Tanda kurung ini tidak pernah ditutup',
  'This quote is never closed': 'Tanda kutip ini tidak pernah ditutup',
  'Too many levels inside each other': 'Terlalu banyak tingkat bersarang',
  'A term is missing before this parenthesis': 'Istilah sebelum tanda kurung ini tidak ada',
  'A term is missing before "{word}": put the word in quotes to search for it':
    'Istilah sebelum "{word}" tidak ada: beri tanda kutip pada kata itu untuk mencarinya',
  'A term is missing at the end': 'Istilah di akhir tidak ada',
  'A value is missing after this colon': 'Nilai setelah titik dua ini tidak ada',
  'unknown field "{name}": put it in quotes to search for it':
    'Kolom "{name}" tidak dikenal: beri tanda kutip untuk mencarinya',
  'unknown field "{name}": did you mean "{meant}"?':
    'Kolom "{name}" tidak dikenal: maksud Anda "{meant}"?',
  'unknown {field} "{name}": one of {values}':
    '"{name}" tidak dikenal untuk {field}: salah satu dari {values}',
  'unknown {field} "{name}": did you mean "{meant}"?':
    '"{name}" tidak dikenal untuk {field}: maksud Anda "{meant}"?',
  '"{name}" is no number: write {example*}': '"{name}" bukan angka: tulis {example*}',
  '"{name}" is no moment: write {example*}': '"{name}" bukan waktu: tulis {example*}',
}

export const say = createSay('id', messages)
