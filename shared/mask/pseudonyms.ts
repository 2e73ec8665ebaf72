import type { MaskKind } from './rules.ts'

/** Gives a value's stand-in: the same for the same value, of the same form where a form is judged. */
export type Pseudonyms = (kind: MaskKind, value: string) => string

/** What stands where a secret stood: nobody has to tell two of them apart. */
export const maskedSecret = 'masked'

const formOfEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * @param digest of a text under a key that only this share has, in hex: so stand-ins need no table,
 * are the same after a restart, and cannot be turned back
 */
export function createPseudonyms(digest: (text: string) => string): Pseudonyms {
  return function pseudonym(kind, value) {
    const plain = value.trim().toLowerCase()
    if (plain === '') return value
    if (kind === 'secret') return maskedSecret
    const hash = digest(`${kind === 'email' || kind === 'ip' ? kind : 'text'}:${plain}`)
    if (kind === 'ip') return addressFor(value, hash)
    if (kind !== 'email') return `${kind}-${wordOf(hash)}`
    return formOfEmail.test(value.trim())
      ? `contact-${wordOf(hash)}@masked.example`
      : `contact-${wordOf(hash)}`
  }
}

/** A number of as many digits, for values that have to stay numbers. */
export function numberFor(pseudonym: Pseudonyms, raw: string): string {
  const digits = Math.max(2, Math.min(15, raw.replace(/\D/g, '').length))
  const hash = Number.parseInt(pseudonym('text', raw).slice(5), 36)
  const lowest = 10 ** (digits - 1)
  return String(lowest + (hash % (9 * lowest)))
}

/** Addresses that tell of nobody: this machine, and those that the sender documents. */
const harmless = /^(?:127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|185\.236\.142\.[123])$/

/** Of ranges that nobody has: 240.0.0.0/4 and 2001:db8::/32. */
function addressFor(value: string, hash: string): string {
  const address = value.trim().replace(/^::ffff:(?=\d+\.)/i, '')
  if (harmless.test(address)) return value
  const byte = (index: number) => Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16)
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
    return `${240 + (byte(0) % 15)}.${byte(1)}.${byte(2)}.${byte(3)}`
  }
  if (address.includes(':')) return `2001:db8::${hash.slice(0, 4)}:${hash.slice(4, 8)}`
  return `ip-${wordOf(hash)}`
}

/** Thirty bits: a million values are needed before two are likely to share one of them twice. */
function wordOf(hash: string): string {
  return (Number.parseInt(hash.slice(0, 12), 16) % 36 ** 6).toString(36).padStart(6, '0')
}
