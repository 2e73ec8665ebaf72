import type { RequestDetail } from '../request.ts'
import { hasHeader, sendingOf, type Sending } from './sending.ts'

// Sent by the library unless told otherwise.
const addedHeaders = ['Accept', 'Content-Type', 'Expect']

/** PHP with its curl extension that sends a request again. @param url where it goes */
export function phpSnippet(request: RequestDetail, url: string): string {
  const sending = sendingOf(request, url)
  const { method, body } = sending
  const lines = [
    '<?php',
    `$curl = curl_init(${quotePhp(url)});`,
    'curl_setopt_array($curl, [',
    `    CURLOPT_CUSTOMREQUEST => ${quotePhp(method)},`,
    ...(method === 'HEAD' ? ['    CURLOPT_NOBODY => true,'] : []),
    '    CURLOPT_HTTPHEADER => [',
    ...headersOf(sending).map((line) => `        ${quoteHeader(line)},`),
    '    ],',
    ...(body ? [`    CURLOPT_POSTFIELDS => ${bodyText(body)},`] : []),
    '    CURLOPT_PATH_AS_IS => true,',
    '    CURLOPT_RETURNTRANSFER => true,',
    ']);',
    '$answer = curl_exec($curl);',
    'echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), " ", $answer, "\\n";',
  ]
  return `${lines.join('\n')}\n`
}

function headersOf(sending: Sending): string[] {
  const withheld = addedHeaders.filter((name) => !hasHeader(sending, name))
  return [
    // A semicolon sends a header without a value; a colon would drop it.
    ...sending.headers.map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`)),
    ...withheld.map((name) => `${name}:`),
  ]
}

function bodyText(body: NonNullable<Sending['body']>): string {
  return 'text' in body ? quotePhp(body.text) : `base64_decode('${body.base64}')`
}

/** In single quotes nothing is replaced. */
function quotePhp(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`
}

/** The same for a header, which holds one character a byte. */
function quoteHeader(line: string): string {
  if (!/[\x80-\xff]/.test(line)) return quotePhp(line)
  const escaped = line.replace(/[\\"$]/g, String.raw`\$&`)
  const bytes = escaped.replace(
    /[\x80-\xff]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16)}`,
  )
  return `"${bytes}"`
}
