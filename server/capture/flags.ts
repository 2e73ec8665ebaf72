import type { RequestFlag } from '../../shared/request.ts'
import { prefersHtml } from '../http/accept.ts'
import { isPreflight } from './cors.ts'
import { headerOf } from './raw-headers.ts'

type Traits = {
  method: string
  httpVersion: string
  rawHeaders: readonly string[]
  /** The target has the key `inspect` in its query. */
  inspect: boolean
  /** The bin answers preflights. */
  cors: boolean
  aborted: boolean
  truncated: boolean
}

/** What was unusual about a captured request. */
export function flagsOf(traits: Traits): RequestFlag[] {
  const { method, httpVersion, rawHeaders } = traits
  const flags: RequestFlag[] = []
  if (traits.inspect) flags.push('sentToInspectLink')
  if (method === 'GET' && prefersHtml(headerOf(rawHeaders, 'accept'))) flags.push('browserVisit')
  if (traits.aborted) flags.push('aborted')
  if (traits.truncated) flags.push('truncated')
  if (traits.cors && isPreflight(method, rawHeaders)) flags.push('preflight')
  if (headerOf(rawHeaders, 'upgrade') !== undefined) flags.push('upgrade')
  if (!httpVersion.startsWith('1.')) flags.push('oddVersion')
  return flags
}
