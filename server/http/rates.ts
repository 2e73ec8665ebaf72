import type { IncomingMessage } from 'node:http'
import { headerValues } from '../../shared/headers.ts'
import { HttpProblem } from './problem.ts'
import { Rate } from './rate.ts'

/** How often one address may do what nobody does often, a minute. */
export type RateLimits = { unknownBins: number; newBins: number; passwords: number }

/** Far above what people and their tests do, far below what guessing takes. */
export const defaultRates: RateLimits = { unknownBins: 300, newBins: 600, passwords: 10 }

type Asked = Pick<IncomingMessage, 'rawHeaders' | 'socket'>

/** `isOutside`: through a listener that senders reach, a tunnel perhaps, where all come from here. */
type Source = { ip: string; isOutside: boolean }

const proxied = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'via']

/** The limits of one server. */
export class Rates {
  readonly #unknownBins: Rate
  readonly #newBins: Rate
  readonly #passwords: Rate
  readonly #sourceOf: (asked: Asked) => Source

  /** @param sourceOf the address that asks, as far as trusted proxies tell */
  constructor(limits: RateLimits, now: () => number, sourceOf: (asked: Asked) => Source) {
    this.#unknownBins = new Rate(limits.unknownBins, now)
    this.#newBins = new Rate(limits.newBins, now)
    this.#passwords = new Rate(limits.passwords, now)
    this.#sourceOf = sourceOf
  }

  /** Counts a call to a bin that does not exist. @throws HttpProblem `too-many-requests` */
  unknownBin(asked: Asked): void {
    const who = this.#whoOf(asked)
    if (who !== null) refuseAfter(this.#unknownBins.take(who), guessing)
  }

  /** Refuses who has asked for too many bins that do not exist. @throws the same */
  checkGuessing(asked: Asked): void {
    const who = this.#whoOf(asked)
    if (who !== null) refuseAfter(this.#unknownBins.wait(who), guessing)
  }

  /** Counts the making of a bin. @throws the same */
  newBin(asked: Asked): void {
    const who = this.#whoOf(asked)
    if (who !== null) refuseAfter(this.#newBins.take(who), 'Too many bins were made lately.')
  }

  /** Counts a try of a password, also from this machine: people type. @throws the same */
  password(share: string, asked: Asked): void {
    const who = `${share} ${networkOf(this.#sourceOf(asked).ip)}`
    refuseAfter(this.#passwords.take(who), 'Too many passwords were tried lately.')
  }

  /** `null`: a program on this machine, with nothing in between. */
  #whoOf(asked: Asked): string | null {
    const { ip, isOutside } = this.#sourceOf(asked)
    const isOwn = !isOutside && (ip === '::1' || ip.startsWith('127.'))
    const isDirect = proxied.every((name) => headerValues(asked.rawHeaders, name).length === 0)
    return isOwn && isDirect ? null : networkOf(ip)
  }
}

const guessing = 'Too many bins that do not exist were asked for lately.'

function refuseAfter(seconds: number, detail: string): void {
  if (seconds === 0) return
  throw new HttpProblem('too-many-requests', `${detail} Try again in ${seconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  })
}

/** An address of IPv6 is one of the 2⁶⁴ that anybody has: they are counted together. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
