import type { RequestDetail } from '../request.ts'
import { quoteJson, sendingOf, type Sending } from './sending.ts'

/** Python 3, standard library only, that sends a request again. @param url where it goes */
export function pythonSnippet(request: RequestDetail, url: string): string {
  const { method, headers, body } = sendingOf(request, url)
  const [, scheme = 'http', host = '', target = '/'] =
    /^(https?):\/\/([^/?#]*)(.*)$/s.exec(url) ?? []
  const connection = scheme === 'https' ? 'HTTPSConnection' : 'HTTPConnection'
  const lines = [
    ...(body && 'base64' in body ? ['import base64'] : []),
    'import http.client',
    '',
    ...(body ? [`body = ${bodyText(body)}`] : []),
    `connection = http.client.${connection}(${quoteJson(host)})`,
    `connection.putrequest(${quoteJson(method)}, ${quoteJson(target || '/')}, skip_accept_encoding=True)`,
    ...headers.map(
      ([name, value]) => `connection.putheader(${quoteJson(name)}, ${quoteJson(value)})`,
    ),
    ...(body ? ['connection.putheader("Content-Length", str(len(body)))'] : []),
    `connection.endheaders(${body ? 'body' : ''})`,
    'response = connection.getresponse()',
    'print(response.status, response.read().decode(errors="replace"))',
  ]
  return `${lines.join('\n')}\n`
}

function bodyText(body: NonNullable<Sending['body']>): string {
  return 'text' in body ? `${quoteJson(body.text)}.encode()` : `base64.b64decode("${body.base64}")`
}
