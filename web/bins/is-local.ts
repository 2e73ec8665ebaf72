const localName = /^(localhost|.*\.(localhost|local|internal)|\[::1?\]|\[f[cde].*\])$/
const localAddress = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./

/** Whether an address leads somewhere only from this computer or its own network. */
export function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return localName.test(hostname) || localAddress.test(hostname)
}
