import { customRandom } from 'nanoid'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Makes ids of bins and their keys from one source of randomness. */
export function createIds(random: (bytes: number) => Uint8Array) {
  return {
    /** 103 bits in lower-case letters and digits: not to be guessed, fit for every URL. */
    bin: customRandom(alphabet, 20, random),
    /** 192 bits, URL-safe. */
    ownerKey: () => Buffer.from(random(24)).toString('base64url'),
  }
}
