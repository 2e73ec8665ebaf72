import { createHash, createHmac, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { ShareRecord } from '../store/store.ts'

type Password = NonNullable<ShareRecord['password']>

const derive: (password: string, salt: string, length: number) => Promise<Buffer> =
  promisify(scrypt)
const hashLength = 32

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export async function hashPassword(password: string, salt: string): Promise<Password> {
  return { salt, hash: (await derive(password, salt, hashLength)).toString('hex') }
}

/** Takes the same time whether it is right or wrong. */
export async function isPassword(password: string, { salt, hash }: Password): Promise<boolean> {
  const given = await derive(password, salt, hashLength)
  return timingSafeEqual(given, Buffer.from(hash, 'hex'))
}

/**
 * Shows that the password was given, for as long as the share lives: it needs no memory, and only
 * who knows what the server keeps could make one.
 */
export function passOf({ id, password, maskKey }: ShareRecord): string {
  return createHmac('sha256', `${maskKey}.${password?.hash ?? ''}`)
    .update(`pass:${id}`)
    .digest('base64url')
}

/** Compares two texts without telling by the time it takes where they differ. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return first !== undefined && second !== undefined && timingSafeEqual(first, second)
}

/** Digests of values under the key of a share, in hex. */
export function digestWith(key: string): (text: string) => string {
  return (text) => createHmac('sha256', key).update(text).digest('hex')
}
