import { createContext, use } from 'react'
import type { Client } from '../../shared/client.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Notices } from '../model/notices.ts'
import type { PreferenceStore } from '../model/preferences.ts'
import type { RecentBins } from '../model/recent-bins.ts'
import type { Router } from './router.ts'

/** What the views use of the outside. */
export type Services = {
  client: Client
  router: Router
  preferences: PreferenceStore
  recent: RecentBins
  notices: Notices
  catalogue: Catalogue
  openSession: (id: string) => BinSession
  /** Whether there is a start page here: at the capture listener there are shares alone. */
  hasHome: boolean
  /** Whether a bin is seen through a share: then nothing can be done to it. */
  isShared: boolean
  /** The same for who has a share's token: it goes with every call, and nothing is remembered. */
  through: (token: string) => Services
}

export const ServicesContext = createContext<Services | null>(null)

/** @throws Error outside of the page's frame */
export function useServices(): Services {
  const services = use(ServicesContext)
  if (!services) throw new Error('The services have not been set up.')
  return services
}
