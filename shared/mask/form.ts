import { maskJson } from './json.ts'
import { maskedSecret, type Pseudonyms } from './pseudonyms.ts'
import { kindOfField, kindOfKey } from './rules.ts'
import { decode, maskText, type Literals } from './text.ts'

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
    const plain = decode(raw)
    const result = maskText(plain, pseudonym, literals)
    return result === plain ? raw : encodeURIComponent(result)
  }

  function maskValue(name: string, raw: string): string {
    const value = decode(raw)
    const kind = value === '' ? null : kindOfName(name)
    if (kind) literals.set(value, pseudonym(kind, value))
    const result = kind ? pseudonym(kind, value) : maskPlain(value)
    return result === value ? raw : encodeURIComponent(result)
  }

  function maskPlain(value: string): string {
    if (!/^\s*[[{"]/.test(value)) return maskText(value, pseudonym, literals)
    return maskJson(value, pseudonym, literals) ?? maskedSecret
  }
}

/** `data[contact][email]` and `data.contact.email` are the e-mail of a contact. */
function kindOfName(name: string) {
  const parts = name.split(/[.[\]]+/).filter((part) => part !== '')
  const [inside = null, last = ''] = [parts.at(-2), parts.at(-1)]
  return inside === 'fields' ? kindOfField(last) : kindOfKey(last, inside)
}
