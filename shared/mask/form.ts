import { maskJson } from './json.ts'
import { maskedSecret, type Pseudonyms } from './pseudonyms.ts'
import { kindOfField, kindOfKey } from './rules.ts'
import { learn, type Literals } from './literals.ts'
import { decode, maskText } from './text.ts'
import { decodePercent } from './wrappings.ts'

/** Masks a form, or the query of an address, pair by pair; what is harmless stays as it is. */
export function maskPairs(text: string, pseudonym: Pseudonyms, literals: Literals): string {
  return text
    .split('&')
    .map((pair) => maskPair(pair, pseudonym, literals))
    .join('&')
}

function maskPair(pair: string, pseudonym: Pseudonyms, literals: Literals): string {
  const equals = pair.indexOf('=')
  const name = equals < 0 ? pair : pair.slice(0, equals)
  const masked = masker(name)
  return equals < 0 ? masked : `${masked}=${maskValue(decode(name), pair.slice(equals + 1))}`

  function masker(raw: string): string {
    return maskPlain(raw)
  }

  function maskValue(name: string, raw: string): string {
    const value = decode(raw)
    const kind = value === '' ? null : kindOfName(name)
    if (!kind) return maskPlain(raw)
    learn(literals, kind, value, pseudonym)
    return encodeURIComponent(pseudonym(kind, value))
  }

  /** A plus is a space in a form, and itself in a path: neither may say what is personal. */
  function maskPlain(raw: string): string {
    for (const value of [decode(raw), decodePercent(raw)]) {
      const isJson = /^\s*[[{"]/.test(value)
      const result = isJson
        ? (maskJson(value, pseudonym, literals) ?? maskedSecret)
        : maskText(value, pseudonym, literals)
      if (result !== value) return encodeURIComponent(result)
    }
    return raw
  }
}

/** `data[contact][email]` and `data.contact.email` are the e-mail of a contact. */
function kindOfName(name: string) {
  const parts = name.split(/[.[\]]+/).filter((part) => part !== '')
  const [inside = null, last = ''] = [parts.at(-2), parts.at(-1)]
  // `fields[0][slug]=first_name&fields[0][value]=Ann`
  if (last === 'value' && parts.length > 1) return 'text'
  return inside === 'fields' ? kindOfField(last) : kindOfKey(last, inside)
}
