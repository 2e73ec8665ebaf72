/** Addresses that the help article names as the only senders of webhooks. */
export const documentedSenders: ReadonlySet<string> = new Set([
  '185.236.142.1',
  '185.236.142.2',
  '185.236.142.3',
])

/**
 * Whether an address is exactly one of the documented ones: no prefix, no port, no other spelling.
 * An address is a hint, never a proof, and only as good as the way it became known.
 */
export function isDocumentedSender(address: string): boolean {
  return documentedSenders.has(foldAddress(address))
}

/** An IPv4 address seen through an IPv6 socket (`::ffff:192.0.2.1`), as IPv4. */
export function foldAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
