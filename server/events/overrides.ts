import { HttpProblem } from '../http/problem.ts'
import { NoSuchPlace, setAt, type Path } from './edit.ts'

type Override = { path: Path; value: unknown; key: string }

/**
 * A sample with some of its values replaced: `{"data.contact.email": "x@y.z"}`,
 * `{"/data/contact/email": "x@y.z"}` or `{"data": {"contact": {"email": "x@y.z"}}}`.
 * @throws HttpProblem `invalid-input` where the sample has no such place
 */
export function override(sample: string, overrides: Record<string, unknown>): string {
  let text = sample
  for (const { path, value, key } of listOf(overrides)) {
    try {
      text = setAt(text, path, value)
    } catch (error) {
      if (!(error instanceof NoSuchPlace)) throw error
      const pointer = `/overrides/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      throw new HttpProblem('invalid-input', `${error.message}.`, { pointer, cause: error })
    }
  }
  return text
}

function listOf(overrides: Record<string, unknown>): Override[] {
  return Object.entries(overrides).flatMap(([key, value]) => {
    const path = pathOf(key)
    if (path.length > 1) return [{ path, value, key }]
    return leavesOf(path, value).map((leaf) => ({ ...leaf, key }))
  })
}

function pathOf(key: string): Path {
  if (!key.startsWith('/')) return key.split('.')
  const tokens = key.slice(1).split('/')
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Nested objects name places; whatever is no object stands there. */
function leavesOf(path: Path, value: unknown): { path: Path; value: unknown }[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const members = isObject ? Object.entries(value) : []
  if (members.length === 0) return [{ path, value }]
  return members.flatMap(([name, inner]) => leavesOf([...path, name], inner))
}
