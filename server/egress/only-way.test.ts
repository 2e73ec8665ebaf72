import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const server = resolve(import.meta.dirname, '..')

/** Whatever opens a connection, or could. */
const ways =
  /\bfetch\(|\brequestPlain\(|\brequestSecure\(|\bhttps?\.(request|get)\(|\b(net|tls)\.connect\(|\bcreateConnection\(|\bnew WebSocket\(|import \{[^}]*\b(request|get|connect|createConnection|Socket|WebSocket)\b(?! as \w+Type)[^}]*\} from '(node:)?(https?|http2|net|tls|dgram|undici|ws)'/

test('nothing is sent from anywhere but the wire', () => {
  const found = sources().filter((file) =>
    ways.test(
      readFileSync(join(server, file), 'utf8')
        .replace(/\btype \w+/g, '')
        .replace(/^import type .*$/gm, ''),
    ),
  )
  // The lock of the data folder asks its owner through a socket of the file system.
  expect(found).toEqual(['egress/wire.ts', 'store/lock.ts'])
})

function sources(): string[] {
  return readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|^testing\/|^store\/crash\//.test(file),
  )
}
