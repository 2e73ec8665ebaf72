import { below } from './random.ts'

/** What hostile or broken senders like to say. */
const morsels = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  ' ',
  ':',
  ';',
  ',',
  '%00',
  '%zz',
  '\xff',
  '0\r\n\r\n',
  'ffffffffffffffff\r\n',
  '5;ext=1\r\nabcde\r\n',
  'HTTP/1.1',
  'HTTP/1.0',
  'GET / HTTP/1.1\r\n',
  'Host: a\r\nHost: b\r\n',
  'X: y\r\n z\r\n',
  'Connection: close\r\n',
  'Content-Length: 5\r\n',
  'Content-Length: -1\r\n',
  'Expect: 100-continue\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: identity\r\n',
  'Upgrade: h2c\r\nConnection: Upgrade\r\n',
].map((text) => Buffer.from(text, 'latin1'))

type Change = (bytes: Buffer, at: number, random: () => number) => Buffer[]

const changes: Change[] = [
  (bytes, at, random) => replace(bytes, at, 1, Buffer.from([below(random, 256)])),
  (bytes, at, random) => replace(bytes, at, 1 + below(random, 8), Buffer.alloc(0)),
  (bytes, at, random) => replace(bytes, at, 0, bytes.subarray(at, at + 1 + below(random, 40))),
  (bytes, at, random) => replace(bytes, at, 0, morsels[below(random, morsels.length)]),
  (bytes, at, random) => replace(bytes, at, 2, morsels[below(random, morsels.length)]),
  (bytes, at) => [bytes.subarray(0, at)],
]

/** Changes a message in one place or two. */
export function mutate(message: Buffer, random: () => number): Buffer {
  let bytes: Buffer = message
  for (let times = 1 + below(random, 2); times > 0; times -= 1) {
    const change = changes[below(random, changes.length)]
    if (change) bytes = Buffer.concat(change(bytes, below(random, bytes.length), random))
  }
  return bytes
}

function replace(
  bytes: Buffer,
  at: number,
  length: number,
  piece: Buffer = Buffer.alloc(0),
): Buffer[] {
  return [bytes.subarray(0, at), piece, bytes.subarray(at + length)]
}
