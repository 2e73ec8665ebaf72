const text = '{"name":"Zoë Ångström ☃"}'
const length = Buffer.byteLength(text)

/** Messages as they may come, each for a bin. */
export const rawMessages: Record<string, (bin: string) => string> = {
  'a body with its length': (bin) =>
    `POST /bin/${bin}/a?b=c HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nx-two: 2\r\nContent-Length: ${length}\r\n\r\n${text}`,
  'a body in chunks, with extensions and trailers': (bin) =>
    `PUT /bin/${bin} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n` +
    `${length.toString(16)};a=b\r\n${text}\r\n3\r\nabc\r\n0\r\nX-End: yes\r\n\r\n`,
  'three requests': (bin) =>
    ['1', '2', '3']
      .map((n) => `POST /bin/${bin}/${n} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n${n}`)
      .join(''),
  'a request that asks for another protocol': (bin) =>
    `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nContent-Length: ${length}\r\n\r\n${text}`,
  'a body that is announced with an expectation': (bin) =>
    `POST /bin/${bin} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi`,
  'a request of an old protocol, and rubbish': (bin) =>
    `POST /bin/${bin} HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhirubbish\r\n\r\n`,
}

/** All of them as bytes, so many times, to be aimed at a bin by `retarget`. */
export function soundMessages(times: number): Buffer[] {
  const once = Object.values(rawMessages).map((message) => Buffer.from(message('x')))
  return Array.from({ length: times }, () => once).flat()
}
