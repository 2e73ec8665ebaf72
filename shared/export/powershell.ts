import type { RequestDetail } from '../request.ts'
import { sendingOf, type Sending } from './sending.ts'

// .NET keeps these with the body; anywhere else it leaves them out.
const bodyHeaders =
  /^(?:allow|content-(?:disposition|encoding|language|location|md5|range|type)|expires|last-modified)$/i

/** PowerShell (5.1 and 7) that sends a request again. @param url where it goes */
export function powershellSnippet(request: RequestDetail, url: string): string {
  const { method, headers, body } = sendingOf(request, url)
  const hasContent = body !== null || headers.some(([name]) => bodyHeaders.test(name))
  const lines = [
    'Add-Type -AssemblyName System.Net.Http',
    `$method = [System.Net.Http.HttpMethod]::new(${quotePowershell(method)})`,
    `$request = [System.Net.Http.HttpRequestMessage]::new($method, ${quotePowershell(url)})`,
    ...(hasContent ? [`$body = ${bodyText(body)}`] : []),
    ...(hasContent ? ['$request.Content = [System.Net.Http.ByteArrayContent]::new($body)'] : []),
    ...headers.map(([name, value]) => {
      const owner = bodyHeaders.test(name) ? '$request.Content.Headers' : '$request.Headers'
      const words = `${quotePowershell(name)}, ${quotePowershell(value)}`
      return `[void]${owner}.TryAddWithoutValidation(${words})`
    }),
    '$response = [System.Net.Http.HttpClient]::new().SendAsync($request).Result',
    '"$([int]$response.StatusCode) $($response.Content.ReadAsStringAsync().Result)"',
  ]
  return `${lines.join('\n')}\n`
}

function bodyText(body: Sending['body']): string {
  if (!body) return '[byte[]]::new(0)'
  if ('text' in body) return `[System.Text.Encoding]::UTF8.GetBytes(${quotePowershell(body.text)})`
  return `[System.Convert]::FromBase64String('${body.base64}')`
}

/** In single quotes nothing is replaced; typographic ones count as single quotes, too. */
function quotePowershell(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}
