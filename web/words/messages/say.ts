import type { Language } from '../../model/preferences.ts'
import { unbroken } from '../words.ts'
import { type Messages, type Template, templates } from './templates.ts'

/** Says in another language what the server says in English. */
export type Say = (message: string) => string

type Placeholder = { mark: string; name: string; kind: string }
type Pattern = { template: Template; pattern: RegExp; placeholders: Placeholder[] }

const placeholder = /\{(\w+)([*~]?)\}/g

const patterns: readonly Pattern[] = templates.map((template) => {
  const placeholders = Array.from(
    template.matchAll(placeholder),
    ([mark, name = '', kind = '']) => ({
      mark,
      name,
      kind,
    }),
  )
  const parts = template
    .split(/\{\w+[*~]?\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { template, pattern: new RegExp(`^${parts.join('(.*?)')}$`, 's'), placeholders }
})

/** What stands in a message as it is: a character, a value as JSON, words that JSON has, too. */
const verbatim = /^(?:.{1,2}|["\d[{-].*|XML|true|false|null)$/su

const deepest = 6

/** Messages that no template fits are said as they are. */
export function createSay(language: Language, messages: Messages): Say {
  const said = new Map<string, string>()
  const or = ` ${messages.or} `

  function translate(text: string, depth: number): string | null {
    if (depth > deepest) return null
    for (const each of patterns) {
      const values = each.pattern.exec(text)?.slice(1)
      const filled = values && fill(each, values, depth)
      if (filled !== undefined && filled !== null) return filled
    }
    return depth > 0 && verbatim.test(text) ? text.replaceAll(' or ', or) : null
  }

  function fill(
    { template, placeholders }: Pattern,
    values: string[],
    depth: number,
  ): string | null {
    let sentence = unbroken(language, messages[template])
    const parts: [string, string][] = []
    for (const [index, { mark, kind }] of placeholders.entries()) {
      const value = values[index] ?? ''
      const part = kind === '~' ? translate(value, depth + 1) : value
      if (part === null) return null
      parts.push([mark, kind === '*' ? part.replaceAll(' or ', or) : part])
    }
    const known = new Map(parts)
    sentence = sentence.replace(placeholder, (mark) => known.get(mark) ?? mark)
    return sentence
  }

  return (message) => {
    const known = said.get(message)
    if (known !== undefined) return known
    const translated = translate(message, 0) ?? message
    if (said.size >= mostSaid) said.clear()
    said.set(message, translated)
    return translated
  }
}

/** Messages that are remembered. */
const mostSaid = 500
