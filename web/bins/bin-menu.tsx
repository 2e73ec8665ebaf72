import type { ExportFormat } from '../../shared/api.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { Route } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { copyText } from '../ui/clipboard.ts'
import { MenuGroup, MenuItem } from '../ui/menu-items.tsx'
import { Menu } from '../ui/menu.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useActions } from '../shell/use-actions.ts'
import { useDelete } from '../shell/use-delete.ts'
import { useTeamWords } from '../words/team/use-team-words.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import type { BinDialogName } from './dialog-name.ts'

type BinMenuProps = {
  session: BinSession
  onDialog: (name: BinDialogName) => void
  onHelp: () => void
}

/** Everything that can be done with a bin. */
export function BinMenu({ session, onDialog, onHelp }: BinMenuProps) {
  const { t } = useBinWords()
  return (
    <Menu
      label={t('bin.more')}
      icon="more"
      renderItems={(close) => {
        const then = (action: () => void) => () => {
          close()
          action()
        }
        return (
          <>
            <ShareItems session={session} then={then} />
            {session.key() !== undefined && <SendingItems onDialog={onDialog} then={then} />}
            {session.key() !== undefined && (
              <OwnerItems session={session} onDialog={onDialog} then={then} />
            )}
            <SeenItems session={session} onDialog={onDialog} then={then} />
            <ExportItems session={session} then={then} />
            <MenuGroup label={t('help')}>
              <MenuItem icon="keyboard" hint="?" onSelect={then(onHelp)}>
                {t('keys.title')}
              </MenuItem>
              <EventsItem then={then} />
            </MenuGroup>
          </>
        )
      }}
    />
  )
}

type Then = (action: () => void) => () => void

function ShareItems({ session, then }: { session: BinSession; then: Then }) {
  const { notices } = useServices()
  const { t } = useBinWords()
  const { isShared } = useServices()
  const bin = session.state.get().bin
  const copy = async (text: string) => {
    const copied = await copyText(text)
    notices.show({ tone: copied ? 'good' : 'bad', text: t(copied ? 'copied' : 'copyFailed') })
  }
  if (isShared) return null
  return (
    <MenuGroup label={t('bin')}>
      <MenuItem icon="copy" hint="c" onSelect={then(() => void copy(bin?.captureUrl ?? ''))}>
        {t('bin.copyUrl')}
      </MenuItem>
      <MenuItem icon="link" onSelect={then(() => void copy(bin?.inspectUrl ?? ''))}>
        {t('bin.copyInspectLink')}
      </MenuItem>
    </MenuGroup>
  )
}

function SendingItems({ onDialog, then }: Omit<ItemsProps, 'session'>) {
  const { t } = useBinWords()
  return (
    <MenuGroup label={t('sendingMenu')}>
      <MenuItem icon="send" onSelect={then(() => onDialog('sender'))}>
        {t('sendingMenu.sender')}
      </MenuItem>
      <MenuItem icon="fork" onSelect={then(() => onDialog('forward'))}>
        {t('sendingMenu.forward')}
      </MenuItem>
      <MenuItem icon="reply" onSelect={then(() => onDialog('retry'))}>
        {t('sendingMenu.retry')}
      </MenuItem>
    </MenuGroup>
  )
}

function OwnerItems({ session, onDialog, then }: ItemsProps) {
  const { t } = useBinWords()
  const remove = useDelete(session)
  return (
    <MenuGroup label={t('bin.owner')}>
      <MenuItem icon="link" onSelect={then(() => onDialog('shares'))}>
        {t('share.menu')}
      </MenuItem>
      <MenuItem icon="reply" onSelect={then(() => onDialog('reply'))}>
        {t('reply.title')}
      </MenuItem>
      <MenuItem icon="gear" onSelect={then(() => onDialog('settings'))}>
        {t('bin.settings')}
      </MenuItem>
      <MenuItem icon="trash" danger onSelect={then(() => remove?.all())}>
        {t('clear.menu')}
      </MenuItem>
      <MenuItem icon="trash" danger onSelect={then(() => onDialog('delete'))}>
        {t('deleteBin.menu')}
      </MenuItem>
    </MenuGroup>
  )
}

type ItemsProps = {
  session: BinSession
  onDialog: (name: BinDialogName) => void
  then: Then
}

function SeenItems({ session, onDialog, then }: ItemsProps) {
  const { router, isShared } = useServices()
  const { t } = useBinWords()
  const team = useTeamWords()
  // A share of a part has none.
  const hasScenarios = !isShared || (session.state.get().bin?.scenariosRevision ?? 0) > 0
  const place = { page: 'bin', id: session.id, seq: null, tab: 'body' } as const
  const show = (view: { fields: string } | { scenarios: string }) => () => {
    const { q } = session.state.get()
    router.go({ ...shareIn(router.get()), ...place, q, ...view })
  }
  const showContacts = () => {
    const { q } = session.state.get()
    const aside = { view: 'contacts' } as const
    router.go({ ...shareIn(router.get()), ...place, q, aside })
  }
  return (
    <MenuGroup label={t('seen.menu')}>
      <MenuItem icon="columns" onSelect={then(showContacts)}>
        {t('contacts.menu')}
      </MenuItem>
      <MenuItem icon="search" onSelect={then(show({ fields: '' }))}>
        {t('fields.menu')}
      </MenuItem>
      <MenuItem icon="people" onSelect={then(() => onDialog('others'))}>
        {team('others.menu')}
      </MenuItem>
      {hasScenarios && (
        <MenuItem icon="circleCheck" onSelect={then(show({ scenarios: '' }))}>
          {t('scenarios.menu')}
        </MenuItem>
      )}
      {!isShared && (
        <MenuItem icon="shield" onSelect={then(() => onDialog('shapes'))}>
          {t('shapes.menu')}
        </MenuItem>
      )}
    </MenuGroup>
  )
}

/** Who looks through a share goes on doing so. */
function shareIn(route: Route): { share?: string } {
  return route.page === 'bin' && route.share !== undefined ? { share: route.share } : {}
}

const formats = ['json', 'ndjson', 'har', 'curl'] as const satisfies ExportFormat[]

function ExportItems({ session, then }: { session: BinSession; then: Then }) {
  const { client } = useServices()
  const { t } = useBinWords()
  const { run } = useActions(session)
  const save = async (format: ExportFormat) => {
    const { q } = session.state.get()
    const key = session.key()
    const bytes = await client('exportRequests', {
      params: { id: session.id },
      query: q === '' ? { format } : { format, q },
      ...(key === undefined ? {} : { key }),
    })
    saveFile(bytes, `${session.id}.${format === 'curl' ? 'sh' : format}`)
  }
  return (
    <MenuGroup label={t('export')}>
      {formats.map((format) => (
        <MenuItem key={format} icon="download" onSelect={then(() => void run(save(format)))}>
          {t(`export.${format}`)}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}

function EventsItem({ then }: { then: Then }) {
  const { router } = useServices()
  const { t } = useBinWords()
  return (
    <MenuItem icon="book" onSelect={then(() => router.go({ page: 'events' }))}>
      {t('events.title')}
    </MenuItem>
  )
}
