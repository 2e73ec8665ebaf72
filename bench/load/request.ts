import { samples } from '../../shared/events/samples.ts'

/** A body: the documented sale (1,603 bytes), or JSON of so many bytes. */
export type BodyKind = 'sale' | number

/** A request as it goes over the wire, written once and sent many times. */
export function postRequest(target: string, kind: BodyKind): Buffer {
  const body = bodyOf(kind)
  return Buffer.concat([postHead(target, body.length), body])
}

/** The contact, the order and the item of the documented sale. */
const numbers = ['20756080', '612661', '763123'] as const

/** The same request with another contact, another order and another item. */
export function distinctRequest(request: Buffer, n: number): Buffer {
  const copy = Buffer.from(request)
  for (const number of numbers) {
    const at = request.indexOf(`: ${number}`)
    if (at >= 0) copy.write(String(n + 1).padStart(number.length, '1'), at + 2, 'latin1')
  }
  return copy
}

export function postHead(target: string, length: number): Buffer {
  return Buffer.from(
    `POST ${target} HTTP/1.1\r\n` +
      'Host: 127.0.0.1\r\n' +
      'User-Agent: Symfony HttpClient (Curl)\r\n' +
      'Accept: */*\r\n' +
      'Accept-Encoding: gzip\r\n' +
      'Content-Type: application/json\r\n' +
      `Content-Length: ${length}\r\n\r\n`,
  )
}

/** Unlike a bin, the API only answers to its own name. */
export function getRequest(port: number, target: string): Buffer {
  return Buffer.from(
    `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: application/json\r\n\r\n`,
  )
}

function bodyOf(kind: BodyKind): Buffer {
  const sale = samples['new-sale']
  return Buffer.from(kind === 'sale' ? sale : listOf(sale, kind))
}

/** A list of as many as fit, filled up with spaces. */
export function listOf(item: string, size: number): string {
  const count = Math.floor((size - 1) / (Buffer.byteLength(item) + 1))
  const list = `[${Array.from({ length: count }, () => item).join(',')}]`
  return list + ' '.repeat(size - Buffer.byteLength(list))
}
