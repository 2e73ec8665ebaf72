import { useEffect, useMemo, useState } from 'react'
import type { SharedView } from '../../shared/share/share.ts'
import { BinPage } from './bin-page.tsx'
import { BinFailure } from '../bins/bin-failure.tsx'
import { problemOf, type Failure } from '../model/problems.ts'
import type { BinRoute } from '../shell/router.ts'
import { ServicesContext, useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { useWords } from '../words/use-words.ts'
import style from './bin-page.module.css'

const PasswordForm = onDemand(
  async () => (await import('../shares/password-form.tsx')).PasswordForm,
)
const ShareNote = onDemand(async () => (await import('../shares/share-note.tsx')).ShareNote)

type Opened = { view: SharedView | null; failure: Failure | null }

/** A bin as a share shows it: the same views, and nothing that could change it. */
export function SharePage({ route, token }: { route: BinRoute; token: string }) {
  const { client } = useServices()
  const [asked, setAsked] = useState({ key: token })
  const [opened, setOpened] = useState<Opened>({ view: null, failure: null })
  useEffect(() => {
    let isLatest = true
    const open = async () => {
      const next = await client('readSharedView', asked).then(
        (view) => ({ view, failure: null }),
        (error: unknown) => ({ view: null, failure: problemOf(error) }),
      )
      if (isLatest) setOpened(next)
    }
    void open()
    return () => {
      isLatest = false
    }
  }, [client, asked])
  const { view, failure } = opened
  if (view) return <Shared route={route} token={asked.key} view={view} />
  if (!failure) return <Opening />
  if (failure.code === 'share-password-required') {
    return <PasswordForm token={token} onPass={(pass) => setAsked({ key: `${token}.${pass}` })} />
  }
  const retry = async () => setAsked({ ...asked })
  return <BinFailure id={route.id} failure={failure} onRetry={retry} />
}

function Opening() {
  const { t } = useWords()
  return (
    <div className={style.page}>
      <TopBar />
      <output className={style.loading}>{t('share.opening')}</output>
    </div>
  )
}

type SharedProps = { route: BinRoute; token: string; view: SharedView }

function Shared({ route, token, view }: SharedProps) {
  const services = useServices()
  const shared = useMemo(() => services.through(token), [services, token])
  const { scope } = view
  // Of a share of one thing, that is what there is to see.
  const isOne = route.seq === null && route.fields === undefined && route.scenarios === undefined
  useEffect(() => {
    const open = (place: Partial<BinRoute>) =>
      services.router.go({ ...route, ...place }, { replace: true })
    if (isOne && scope.kind === 'request') open({ seq: scope.seq })
    if (isOne && scope.kind === 'scenario') open({ scenarios: scope.id })
    // Only when the link is opened: the list may be gone back to.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <ServicesContext value={shared}>
      <BinPage route={route} note={<ShareNote view={view} />} />
    </ServicesContext>
  )
}
