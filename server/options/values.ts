import { isIP } from 'node:net'

/** Reads the text of an option. @throws Error that says what is expected */
export type Reader<T> = (text: string) => T

const sizeUnits = new Map([
  ['', 1],
  ['b', 1],
  ['k', 2 ** 10],
  ['kb', 1e3],
  ['kib', 2 ** 10],
  ['m', 2 ** 20],
  ['mb', 1e6],
  ['mib', 2 ** 20],
  ['g', 2 ** 30],
  ['gb', 1e9],
  ['gib', 2 ** 30],
])
const durationUnits = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 604_800_000],
])

/** Longest time that a timer of Node can wait for. */
const longestTimer = 2 ** 31 - 1

/** `10MB`, `10MiB`, `64k`, `1000`: bytes. */
export const readSize: Reader<number> = (text) => {
  const size = readAmount(text, sizeUnits)
  if (size !== undefined && size >= 1 && Number.isSafeInteger(Math.round(size))) {
    return Math.round(size)
  }
  throw new Error('a size, such as 10MiB, 10MB, 64k or 1000')
}

/** `7d`, `12h`, `10m`, `30s`, `500ms`: milliseconds. */
export const readDuration: Reader<number> = (text) => {
  const duration = readAmount(text, durationUnits)
  if (duration !== undefined && duration >= 1) return Math.round(duration)
  throw new Error('a duration, such as 7d, 12h, 10m, 30s or 500ms')
}

/** A duration that something is going to wait for. */
export const readWait: Reader<number> = (text) => {
  const duration = readDuration(text)
  if (duration <= longestTimer) return duration
  throw new Error('a duration of at most 24 days')
}

/** A life time; `none` for one without end. */
export const readLife: Reader<number | null> = (text) =>
  text === 'none' ? null : readDuration(text)

export const readPort: Reader<number> = (text) => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error('a port, 0 to 65535')
}

export const readCount: Reader<number> = (text) => {
  if (/^\d{1,15}$/.test(text) && Number(text) > 0) return Number(text)
  throw new Error('a whole number of at least 1')
}

export const readSwitch: Reader<boolean> = (text) => {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  if (/^(0|false|no|off)$/i.test(text)) return false
  throw new Error('true or false')
}

export const readText: Reader<string> = (text) => {
  if (text.trim() !== '') return text.trim()
  throw new Error('some text')
}

/** One of a few words. */
export function readChoice<T extends string>(choices: readonly T[]): Reader<T> {
  return (text) => {
    const choice = choices.find((each) => each === text)
    if (choice !== undefined) return choice
    throw new Error(`one of ${choices.join(', ')}`)
  }
}

/**
 * An address that people reach the server under, without a slash at its end. Its path is none that
 * the server has itself, lest one be taken for the other.
 */
export const readPublicUrl: Reader<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === ''
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new Error('an address that starts with https:// or http://')
  }
  if (/\/(?:bin|api)(?:\/|$)/.test(url.pathname)) {
    throw new Error('an address whose path has no "bin" and no "api" in it')
  }
  return url.href.replace(/\/+$/, '')
}

/** An address that may be sent to: its origin, with a path where only that is meant. */
export const readTarget: Reader<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain = url !== null && url.username === '' && url.password === ''
  if (isPlain && url.search === '' && url.hash === '' && /^https?:$/.test(url.protocol)) {
    return url.href
  }
  throw new Error('an address, such as http://localhost:3000')
}

/** A host name, alone or with a port. */
export const readHostName: Reader<string> = (text) => {
  if (/^(\[[\da-f:.]+\]|[a-z\d._-]+)(:\d{1,5})?$/i.test(text)) return text.toLowerCase()
  throw new Error('a host name, such as hooks.example.com or hooks.example.com:8080')
}

/** An address, or a range of them in CIDR form. */
export const readAddressRange: Reader<string> = (text) => {
  const [address = '', prefix, ...more] = text.split('/')
  const version = isIP(address)
  const longest = version === 4 ? 32 : 128
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest)
  if (version !== 0 && isPrefix && more.length === 0) return text
  throw new Error('an IP address or a range, such as 10.0.0.0/8')
}

function readAmount(text: string, units: ReadonlyMap<string, number>): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? []
  const factor = units.get(unit.toLowerCase())
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor
}
