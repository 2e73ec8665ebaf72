import { encodePart } from '../../shared/encode-part.ts'
import { parseShareToken } from '../../shared/share/share.ts'
import { createStore, type Readable } from '../model/store.ts'

/** Views of a request, in the order of their tabs. */
export const tabs = ['body', 'raw', 'headers', 'query', 'copy', 'reply'] as const
export type Tab = (typeof tabs)[number]

/** Everything that an address says. */
export type Route = { page: 'home' } | BinRoute | { page: 'events' } | { page: 'unknown' }

export type BinRoute = {
  page: 'bin'
  id: string
  seq: number | null
  tab: Tab
  q: string
  /** Event whose fields are shown in place of a request; empty: the first; absent: none are. */
  fields?: string | undefined
  /** Scenario that is open where scenarios are shown; empty: none of them; absent: they are not. */
  scenarios?: string | undefined
  /** What is shown of several requests in place of one. */
  aside?: Aside | undefined
  /** The token of the share through which it is seen: its id is that of the share. */
  share?: string
}

/** Requests beside each other, or all of them by contact. */
export type Aside = { view: 'compare' | 'series'; seqs: readonly number[] } | { view: 'contacts' }

/** More requests than these are not put beside each other. */
export const mostCompared = 30

/** Without the views that stand in place of a request. */
export const noView = { fields: undefined, scenarios: undefined, aside: undefined } as const

/** Whether a view stands in place of a request. */
export function isView({ fields, scenarios, aside }: BinRoute): boolean {
  return fields !== undefined || scenarios !== undefined || aside !== undefined
}

/** Whether the body of a request is what is shown of it. */
export function showsBody({ tab }: BinRoute): boolean {
  return tab === 'body' || tab === 'raw'
}

/** Where requests are shown beside each other: two are compared, more are a series. */
export function comparing(route: BinRoute, seqs: readonly number[]): BinRoute {
  const view = seqs.length === 2 ? 'compare' : 'series'
  const aside = { view, seqs: seqs.slice(0, mostCompared) } as const
  return { ...route, ...noView, seq: null, aside }
}

/**
 * @param path below the root, without a slash at its start
 * @param search with or without `?`
 * @param hash with or without `#`: no server is ever sent it
 */
export function parseRoute(path: string, search: string, hash = ''): Route {
  const [first, id] = path.split('/')
  if (path === '') return { page: 'home' }
  if (first === 'events' && id === undefined) return { page: 'events' }
  if (first === 'share' && id === undefined) return parseShare(search, hash.replace(/^#/, ''))
  // What follows the id is a path of the sender's; looked at, it is the same bin.
  if (first !== 'bin' || !id) return { page: 'unknown' }
  return parseBin(decode(id), search)
}

function parseShare(search: string, text: string): Route {
  const token = parseShareToken(text)
  return token ? { ...parseBin(token.id, search), share: token.token } : { page: 'unknown' }
}

function parseBin(id: string, search: string): BinRoute {
  const params = new URLSearchParams(search)
  const digits = params.get('seq') ?? ''
  const seq = /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null
  const view = seq === null ? params.get('view') : null
  return {
    page: 'bin',
    id,
    seq,
    tab: tabs.find((tab) => tab === params.get('tab')) ?? 'body',
    q: params.get('q') ?? '',
    ...(view === 'fields' ? { fields: params.get('trigger') ?? '' } : {}),
    ...(view === 'scenarios' ? { scenarios: params.get('scenario') ?? '' } : {}),
    ...(seq === null ? asideOf(params) : {}),
  }
}

function asideOf(params: URLSearchParams): { aside?: Aside } {
  const view = params.get('view')
  if (view === 'contacts') return { aside: { view } }
  if (view !== 'compare' && view !== 'series') return {}
  const given = (params.get('of') ?? '').split(',').filter((seq) => /^[1-9]\d{0,14}$/.test(seq))
  const seqs = [...new Set(given.map(Number))].slice(0, view === 'compare' ? 2 : mostCompared)
  return seqs.length < 2 ? {} : { aside: { view, seqs } }
}

function formatAside(aside: Aside | undefined): string {
  if (!aside) return ''
  return `&view=${aside.view}${aside.view === 'contacts' ? '' : `&of=${aside.seqs.join(',')}`}`
}

/** The address of a route, relative to the root; what goes without saying is left out. */
export function formatRoute(route: Exclude<Route, { page: 'unknown' }>): string {
  if (route.page === 'home') return ''
  if (route.page === 'events') return 'events'
  const { id, seq, tab, q, fields = '', scenarios = '' } = route
  const isFields = seq === null && route.fields !== undefined
  const isScenarios = seq === null && !isFields && !route.aside && route.scenarios !== undefined
  const more = [
    seq === null ? '' : `&seq=${seq}`,
    seq === null || tab === 'body' ? '' : `&tab=${tab}`,
    isFields ? '&view=fields' : '',
    isFields && fields !== '' ? `&trigger=${encodePart(fields)}` : '',
    seq === null && !isFields ? formatAside(route.aside) : '',
    isScenarios ? '&view=scenarios' : '',
    isScenarios && scenarios !== '' ? `&scenario=${encodePart(scenarios)}` : '',
    q === '' ? '' : `&q=${encodePart(q)}`,
  ]
  if (route.share === undefined) return `bin/${encodePart(id)}?inspect${more.join('')}`
  return `share${more.join('').replace('&', '?')}#${route.share}`
}

export type Router = Readable<Route> & {
  href(route: Exclude<Route, { page: 'unknown' }>): string
  /** Goes to a route; `replace` leaves no step to come back to. */
  go(route: Exclude<Route, { page: 'unknown' }>, how?: { replace?: boolean }): void
}

/** The part of `window` that routing needs. */
export type Browser = {
  location: { href: string }
  history: Pick<History, 'pushState' | 'replaceState'>
  addEventListener(type: 'popstate', listener: () => void): void
}

/** Follows the address of the page. @param root where the page is served, with a slash at its end */
export function createRouter(browser: Browser, root: URL): Router {
  const read = () => {
    const { pathname, search, hash } = new URL(browser.location.href)
    return parseRoute(pathname.slice(root.pathname.length), search, hash)
  }
  const href = (route: Exclude<Route, { page: 'unknown' }>) => root.pathname + formatRoute(route)
  const store = createStore(read())
  browser.addEventListener('popstate', () => store.set(read()))
  return {
    ...store,
    href,
    go(route, { replace = false } = {}) {
      if (replace) browser.history.replaceState(null, '', href(route))
      else browser.history.pushState(null, '', href(route))
      store.set(read())
    },
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
