import { headerPairs } from '../../shared/headers.ts'
import type { ReplayEdits } from '../../shared/input.ts'
import type { RequestDetail } from '../../shared/request.ts'

/** A captured request about to be sent again, as it stands in the fields of its form. */
export type ReplayForm = {
  method: string
  path: string
  /** `Name: value`, one a line. */
  headers: string
  /** `null`: no text that could be edited. */
  body: string | null
}

/** A request as it came. */
export function toReplayForm(request: RequestDetail): ReplayForm {
  const { method, rawHeaders, body, suffix, target } = request
  const mark = target.indexOf('?')
  const pairs = headerPairs(rawHeaders)
  return {
    method,
    path: suffix + (mark < 0 ? '' : target.slice(mark)),
    headers: pairs.map(([name, value]) => `${name}: ${value}`).join('\n'),
    // Text that is not the bytes themselves (another charset, an encoding) would change them.
    body: body.base64 === undefined ? (body.text ?? '') : null,
  }
}

/** Only what is not as it came, so that an untouched part keeps its bytes. */
export function readReplayForm(
  form: ReplayForm,
  first: ReplayForm,
): { edits: ReplayEdits; badHeader?: undefined } | { edits: null; badHeader: string } {
  const lines = form.headers.split('\n').filter((line) => line.trim() !== '')
  const headers = lines.map((line) => /^([^:\s]+): ?(.*)$/.exec(line))
  const bad = headers.indexOf(null)
  if (bad >= 0) return { edits: null, badHeader: lines[bad] ?? '' }
  return {
    edits: {
      ...(form.method !== first.method && { method: form.method }),
      ...(form.path !== first.path && { path: form.path }),
      ...(form.headers !== first.headers && {
        headers: headers.map((match): [string, string] => [match?.[1] ?? '', match?.[2] ?? '']),
      }),
      ...(form.body !== null && form.body !== first.body && { body: form.body }),
    },
  }
}
