import { createClient, type Client } from '../../shared/client.ts'
import type { Socket } from './connection.ts'

/** The client for the server that served the page. @param root with a slash at its end */
export function createBrowserClient(root: URL): Client {
  return createClient({
    base: root.href.slice(0, -1),
    fetch: (url, init) =>
      // A deletion that waited is sent off by a page that is being left.
      fetch(url, { ...init, keepalive: init.method === 'DELETE' }),
  })
}

/** Opens a WebSocket at a path of the same server. */
export function openBrowserSocket(root: URL, path: string): Socket {
  const url = new URL(path.replace(/^\//, ''), root)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(url)
}

/** Wakes when the page comes back to sight, or the network comes or goes. */
export function watchBrowser(wake: () => void): () => void {
  const whenSeen = () => {
    if (document.visibilityState === 'visible') wake()
  }
  document.addEventListener('visibilitychange', whenSeen)
  addEventListener('online', wake)
  addEventListener('offline', wake)
  // Back out of the browser's page cache, where sockets have been closed.
  addEventListener('pageshow', wake)
  return () => {
    document.removeEventListener('visibilitychange', whenSeen)
    removeEventListener('online', wake)
    removeEventListener('offline', wake)
    removeEventListener('pageshow', wake)
  }
}

/**
 * Fetches the whole page anew once the server has been upgraded. A part that cannot be fetched is
 * tried again, for the server may be away; but after an upgrade the script is gone with its parts.
 * @param script address of the script that runs
 */
export function reloadOnUpgrade(script: string): void {
  addEventListener('vite:preloadError', () => {
    void fetch(script, { method: 'HEAD', cache: 'no-store' }).then(
      ({ status }) => status === 404 && location.reload(),
      () => undefined,
    )
  })
}
