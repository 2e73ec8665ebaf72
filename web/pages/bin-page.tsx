import { useEffect, useState, type ReactNode } from 'react'
import type { BinDialogName } from '../bins/dialog-name.ts'
import { AsideView } from './aside-view.tsx'
import { BinHeader } from '../bins/bin-header.tsx'
import { DeliveriesProvider } from '../deliveries/deliveries-provider.tsx'
import type { BinSession } from '../model/bin-session.ts'
import { clampWidth, listWidths } from '../model/preferences.ts'
import { RequestPane } from '../requests/request-pane.tsx'
import { isView, noView, type BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { FailureBoundary } from '../ui/failure-boundary.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { Splitter } from '../ui/splitter.tsx'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { usePaletteKey } from '../ui/use-palette-key.ts'
import { usePart, useStore } from '../ui/use-store.ts'
import { Overview } from './overview.tsx'
import { PlacePalette } from './place-palette.tsx'
import { useBinKeys } from './use-bin-keys.ts'
import { useBinSession } from './use-bin-session.ts'
import { useFirstArrival } from './use-first-arrival.ts'
import { useTitle } from './use-title.ts'
import { useWords } from '../words/use-words.ts'
import style from './bin-page.module.css'

const BinFailure = onDemand(async () => (await import('../bins/bin-failure.tsx')).BinFailure)
const BinGuide = onDemand(async () => (await import('../bins/bin-guide.tsx')).BinGuide)
const BinNote = onDemand(async () => (await import('../bins/bin-note.tsx')).BinNote)
const Alarms = onDemand(async () => (await import('../deliveries/alarms.tsx')).Alarms)
const SelectionActions = onDemand(
  async () => (await import('./selection-actions.tsx')).SelectionActions,
)
const UndoBar = onDemand(async () => (await import('./undo-bar.tsx')).UndoBar)
const BinDialogs = onDemand(async () => (await import('./bin-dialogs.tsx')).BinDialogs)
const Palette = onDemand(async () => (await import('./palette.tsx')).Palette)
const Signals = onDemand(async () => (await import('../signals/signals.tsx')).Signals)
const KeysDialog = onDemand(async () => (await import('../bins/keys-dialog.tsx')).KeysDialog)
const FieldsView = onDemand(async () => (await import('../fields/fields-view.tsx')).FieldsView)
const ScenariosView = onDemand(
  async () => (await import('../scenarios/scenarios-view.tsx')).ScenariosView,
)
const OpenRequest = onDemand(async () => (await import('./open-request.tsx')).OpenRequest)
const ViewFailure = onDemand(async () => (await import('../shell/view-failure.tsx')).ViewFailure)

type BinPageProps = {
  route: BinRoute
  /** Said above the bin of how it is seen. */
  note?: ReactNode
}

/** One bin: the list of what arrived, and beside it one request, or how to send the first. */
export function BinPage({ route, note }: BinPageProps) {
  const session = useBinSession(route)
  const failure = usePart(session.state, ({ failure }) => failure)
  const bin = usePart(session.state, ({ bin }) => bin)
  // While the bin is being read: whichever is open is there when the list is.
  useEffect(() => {
    OpenRequest.preload()
    BinGuide.preload()
  }, [])
  if (failure) {
    return (
      <>
        <BinFailure id={route.id} failure={failure} onRetry={() => session.start()} />
        <PlacePalette />
      </>
    )
  }
  if (!bin) return <Loading />
  return <OpenBin session={session} route={route} note={note} />
}

function OpenBin({ session, route, note }: BinPageProps & { session: BinSession }) {
  const [help, setHelp] = useState(false)
  const { notify, sound } = useStore(useServices().preferences)
  const [palette, setPalette] = useState(false)
  const [dialog, setDialog] = useState<BinDialogName | null>(null)
  const { t } = useWords()
  const binNote = usePart(session.state, ({ bin }) => bin?.note ?? '')
  useTitle(session)
  useFirstArrival(session, route)
  useBinKeys(session, route, () => setHelp(true))
  usePaletteKey(() => setPalette(true))
  return (
    <DeliveriesProvider session={session}>
      <div className={style.page} data-open={route.seq === null ? undefined : ''}>
        <BinHeader
          session={session}
          onDialog={setDialog}
          onHelp={() => setHelp(true)}
          onPalette={() => setPalette(true)}
        />
        {note}
        {binNote !== '' && <BinNote note={binNote} />}
        <Alarms route={route} />
        <main className={style.split} aria-label={t('bin.requests')}>
          <Panes session={session} route={route} />
        </main>
        <UndoBar session={session} />
        {dialog && <BinDialogs session={session} name={dialog} onClose={() => setDialog(null)} />}
        {help && <KeysDialog onClose={() => setHelp(false)} />}
        {(notify || sound) && (
          <Signals session={session} route={route} wanted={{ notify, sound }} />
        )}
        {palette && (
          <Palette
            session={session}
            route={route}
            onDialog={setDialog}
            onHelp={() => setHelp(true)}
            onClose={() => setPalette(false)}
          />
        )}
      </div>
    </DeliveriesProvider>
  )
}

/** List and detail side by side; on a narrow window one of them. */
function Panes({ session, route }: { session: BinSession; route: BinRoute }) {
  const { preferences, router } = useServices()
  const { listWidth } = useStore(preferences)
  const { t } = useWords()
  const isNarrow = useMedia(narrowWindow)
  // What a self-test sends is gone in a moment.
  const test = useStore(session.selfTest)
  const after = test.status === 'running' ? test.after : Infinity
  const isEmpty = usePart(
    session.state,
    ({ inbox, q }) => q === '' && inbox.rows.every(({ seq }) => seq > after),
  )
  const list = { ...route, ...noView, seq: null }
  const isListOnly = route.seq === null && !isView(route)
  const detail = (
    <FailureBoundary
      of={router.href(route)}
      renderFailure={(failure) => (
        <ViewFailure
          {...failure}
          back={isListOnly ? undefined : { to: list, label: t('request.back') }}
        />
      )}
    >
      <Detail session={session} route={route} isEmpty={isEmpty} />
    </FailureBoundary>
  )
  const pane = (
    <RequestPane
      session={session}
      route={route}
      overview={<Overview session={session} route={route} />}
      selectionActions={<SelectionActions session={session} route={route} />}
    />
  )
  if (isNarrow) {
    if (isEmpty || !isListOnly) return <div className={style.detail}>{detail}</div>
    return pane
  }
  return (
    <>
      <div className={style.list} style={{ width: listWidth }}>
        {pane}
      </div>
      <Splitter
        label={t('list.width')}
        value={listWidth}
        {...listWidths}
        onChange={(width) => preferences.change({ listWidth: clampWidth(width) })}
      />
      <div className={style.detail}>{detail}</div>
    </>
  )
}

type DetailProps = { session: BinSession; route: BinRoute; isEmpty: boolean }

/** The request that is open, the fields of an event, or how to send something. */
function Detail({ session, route, isEmpty }: DetailProps) {
  if (route.seq !== null) return <OpenRequest session={session} route={route} />
  if (route.fields !== undefined) {
    return <FieldsView session={session} route={route} name={route.fields} />
  }
  if (route.aside) return <AsideView session={session} route={route} aside={route.aside} />
  if (route.scenarios !== undefined) {
    return <ScenariosView session={session} route={route} open={route.scenarios} />
  }
  return <BinGuide session={session} isEmpty={isEmpty} />
}

function Loading() {
  const { t } = useWords()
  return (
    <div className={style.page}>
      <TopBar />
      <output className={style.loading}>{t('bin.loading')}</output>
    </div>
  )
}
