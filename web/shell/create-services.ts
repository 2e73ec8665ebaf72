import type { Client } from '../../shared/client.ts'
import { BinSession } from '../model/bin-session.ts'
import { createBrowserClient, openBrowserSocket, watchBrowser } from '../model/browser.ts'
import { createCatalogue } from '../model/catalogue.ts'
import { createNotices } from '../model/notices.ts'
import { createPreferences } from '../model/preferences.ts'
import { createRecentBins } from '../model/recent-bins.ts'
import { createRouter } from './router.ts'
import type { Services } from './services.ts'

/** Ties the models to this browser. @param root where the page is served, with a slash at its end */
export function createServices(root: URL): Services {
  // Merely reading the property throws where storage is forbidden: the slots catch that.
  const storage = () => localStorage
  const client = createBrowserClient(root)
  const recent = createRecentBins(storage)
  const preferences = createPreferences(storage, navigator.languages)
  const sessionOf = (id: string, asked: Client, token?: string) =>
    new BinSession(id, {
      client: asked,
      openSocket: (path) => openBrowserSocket(root, path),
      wakers: watchBrowser,
      isOnline: () => navigator.onLine,
      key: () => (token === undefined ? recent.keyOf(id) : undefined),
      viewerName: () => preferences.get().viewerName,
      token,
    })
  const services: Services = {
    client,
    recent,
    router: createRouter(window, root),
    preferences,
    notices: createNotices(),
    catalogue: createCatalogue(client),
    openSession: (id) => sessionOf(id, client),
    hasHome: !('noHome' in document.documentElement.dataset),
    isShared: false,
    through(token) {
      const asked: Client = (name, input) => client(name, { ...input, key: token })
      const nothing = { keyOf: () => undefined, remember: () => {}, forget: () => {} }
      return {
        ...services,
        client: asked,
        catalogue: createCatalogue(asked),
        recent: { ...recent, ...nothing },
        openSession: (id) => sessionOf(id, asked, token),
        isShared: true,
      }
    },
  }
  return services
}
