import { expect, test } from 'vitest'
import { harEnd, harEntry, harStart } from './har.ts'
import { sampleRequest } from './sample.ts'

test('entries between start and end are an archive', () => {
  const entry = JSON.stringify(harEntry(sampleRequest, 'http://h/bin/shop/a?b=c&b=d'))
  const archive = JSON.parse(`${harStart('1.2.3')}${entry},${entry}${harEnd}`)
  expect(archive.log).toMatchObject({
    version: '1.2',
    creator: { name: 'Binspect', version: '1.2.3' },
    entries: [{}, {}],
  })
})

test('an entry has everything that HAR asks for', () => {
  expect(harEntry(sampleRequest, 'http://h/bin/shop/a?b=c&b=d')).toMatchObject({
    startedDateTime: '2026-01-02T03:04:05.006Z',
    time: 15,
    request: {
      method: 'POST',
      url: 'http://h/bin/shop/a?b=c&b=d',
      httpVersion: 'HTTP/1.1',
      cookies: [
        { name: 'a', value: '1' },
        { name: 'b', value: '2=3' },
      ],
      headers: [
        { name: 'Host', value: 'x' },
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Cookie', value: 'a=1; b=2=3' },
      ],
      queryString: [
        { name: 'b', value: 'c' },
        { name: 'b', value: 'd' },
      ],
      postData: { mimeType: 'application/json', text: '{}' },
      headersSize: -1,
      bodySize: 2,
    },
    response: {
      status: 200,
      statusText: '',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: '' },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 10, wait: 5, receive: 0 },
    comment: 'look here',
  })
})

test('a body that is no text is base64, and none is left out', () => {
  const body = { ...sampleRequest.body, text: undefined, base64: '/wA=' }
  expect(harEntry({ ...sampleRequest, body }, '').request).toMatchObject({
    postData: { text: '/wA=', encoding: 'base64' },
  })
  const none = { ...sampleRequest, body: { ...sampleRequest.body, size: 0 } }
  expect(harEntry(none, '').request).not.toHaveProperty('postData')
})
