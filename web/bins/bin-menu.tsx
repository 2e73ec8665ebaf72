import type { BinSession } from '../model/bin-session.ts'
import type { Route } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { MenuGroup, MenuItem } from '../ui/menu-items.tsx'
import { Menu } from '../ui/menu.tsx'
import { paletteKeys } from '../ui/use-palette-key.ts'
import { useCopy } from '../shell/use-copy.ts'
import { useDelete } from '../shell/use-delete.ts'
import { useTeamWords } from '../words/team/use-team-words.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import type { BinDialogName } from './dialog-name.ts'
import { exportFormats, useExport } from './use-export.ts'

type BinMenuProps = {
  session: BinSession
  onDialog: (name: BinDialogName) => void
  onHelp: () => void
  onPalette: () => void
}

/** Everything that can be done with a bin. */
export function BinMenu({ session, onDialog, onHelp, onPalette }: BinMenuProps) {
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
              <MenuItem icon="search" hint={paletteKeys} onSelect={then(onPalette)}>
                {t('palette.title')}
              </MenuItem>
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
  const { t } = useBinWords()
  const { isShared } = useServices()
  const bin = session.state.get().bin
  const copy = useCopy()
  if (isShared) return null
  return (
    <MenuGroup label={t('bin')}>
      <MenuItem
        icon="copy"
        hint="c"
        onSelect={then(() => void copy(bin?.captureUrl, 'bin.urlCopied'))}
      >
        {t('bin.copyUrl')}
      </MenuItem>
      <MenuItem icon="link" onSelect={then(() => void copy(bin?.inspectUrl))}>
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
      <MenuItem icon="retry" onSelect={then(() => onDialog('retry'))}>
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

function ExportItems({ session, then }: { session: BinSession; then: Then }) {
  const { t } = useBinWords()
  const save = useExport(session)
  return (
    <MenuGroup label={t('export')}>
      {exportFormats.map((format) => (
        <MenuItem key={format} icon="download" onSelect={then(() => save(format))}>
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
