import { useEffect } from 'react'
import { BinPage } from './pages/bin-page.tsx'
import { PlacePalette } from './pages/place-palette.tsx'
import type { Route } from './shell/router.ts'
import { ServicesContext, useServices, type Services } from './shell/services.ts'
import { FailureBoundary } from './ui/failure-boundary.tsx'
import { onDemand } from './ui/on-demand.tsx'
import { Notice } from './ui/notice.tsx'
import { useStore } from './ui/use-store.ts'
import { useWords } from './words/use-words.ts'
import { WordsProvider } from './words/words-provider.tsx'

const EventsPage = onDemand(async () => (await import('./events/events-page.tsx')).EventsPage)
const HomePage = onDemand(async () => (await import('./home/home-page.tsx')).HomePage)
const NotFoundPage = onDemand(async () => (await import('./home/not-found-page.tsx')).NotFoundPage)
const SharePage = onDemand(async () => (await import('./pages/share-page.tsx')).SharePage)
const ViewFailure = onDemand(async () => (await import('./shell/view-failure.tsx')).ViewFailure)

/** The page: services, theme and language around the view of the address. */
export function App({ services }: { services: Services }) {
  const { theme, language } = useStore(services.preferences)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return (
    <ServicesContext value={services}>
      <WordsProvider language={language}>
        <CurrentView />
        <CurrentNotice />
      </WordsProvider>
    </ServicesContext>
  )
}

function CurrentView() {
  const { router, hasHome } = useServices()
  const route = useStore(router)
  const { t } = useWords()
  const home = hasHome && route.page !== 'home'
  return (
    <FailureBoundary
      of={JSON.stringify(route)}
      renderFailure={(failure) => (
        <ViewFailure
          {...failure}
          back={home ? { to: { page: 'home' }, label: t('app.home') } : undefined}
        />
      )}
    >
      <PageOf route={route} />
      {route.page !== 'bin' && <PlacePalette />}
    </FailureBoundary>
  )
}

function PageOf({ route }: { route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'bin':
      return route.share === undefined ? (
        <BinPage key={route.id} route={route} />
      ) : (
        <SharePage key={route.share} route={route} token={route.share} />
      )
    case 'events':
      return <EventsPage />
    case 'unknown':
      return <NotFoundPage />
  }
}

function CurrentNotice() {
  const { notices } = useServices()
  const { t } = useWords()
  const notice = useStore(notices)
  if (!notice) return null
  return <Notice {...notice} closeLabel={t('close')} onClose={() => notices.clear()} />
}
