import { useState, type ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import { termOf } from '../../shared/search/term.ts'
import { VisibleText } from '../json/visible-text.tsx'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { IconButton } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useActions, type Actions } from '../shell/use-actions.ts'
import { useDelete } from '../shell/use-delete.ts'
import { useWords } from '../words/use-words.ts'
import { FilterLink } from './filter-link.tsx'
import { NoteDialog } from './note-dialog.tsx'
import style from './request-view.module.css'

type DetailBarProps = {
  session: BinSession
  route: BinRoute
  request: RequestDetail | null
  /** What other features can do with it. */
  more?: ReactNode
}

/** Back to the list, what was asked for, and what can be done with the request. */
export function DetailBar({ session, route, request, more }: DetailBarProps) {
  const { router } = useServices()
  const { t } = useWords()
  const { actions, run } = useActions(session)
  const isNarrow = useMedia(narrowWindow)
  const close = () => router.go({ ...route, seq: null })
  return (
    <div className={style.bar}>
      {isNarrow && <IconButton icon="back" label={t('request.back')} onClick={close} />}
      <div className={style.place}>
        <span className={style.seq}>#{route.seq}</span>
        {request && (
          <code className={style.target} title={request.target}>
            <b>
              <FilterLink term={termOf('method', request.method)}>{request.method}</FilterLink>
            </b>
            <FilterLink term={request.suffix === '' ? null : termOf('path', request.suffix)}>
              <VisibleText text={request.target} />
            </FilterLink>
          </code>
        )}
      </div>
      <CopyButton
        icon="link"
        text={location.href}
        label={t('request.copyLink')}
        done={t('copied')}
        failed={t('copyFailed')}
      />
      {request && actions && (
        <OwnerButtons
          session={session}
          request={request}
          route={route}
          actions={actions}
          run={run}
          more={more}
        />
      )}
      {!isNarrow && <IconButton icon="close" label={t('request.close')} onClick={close} />}
    </div>
  )
}

type OwnerButtonsProps = {
  session: BinSession
  request: RequestDetail
  route: BinRoute
  actions: NonNullable<Actions['actions']>
  run: Actions['run']
  more: ReactNode
}

function OwnerButtons(props: OwnerButtonsProps) {
  const { session, request, route, actions, run, more } = props
  const { t } = useWords()
  const { router } = useServices()
  const deletion = useDelete(session)
  const [isNoting, setNoting] = useState(false)
  const { seq, pinned, notes } = request
  const remove = () => {
    router.go({ ...route, seq: null }, { replace: true })
    deletion?.requests([seq])
  }
  return (
    <>
      <IconButton
        icon="pin"
        label={t('request.pin')}
        aria-pressed={pinned}
        onClick={() => void run(actions.mark(seq, { pinned: !pinned }))}
      />
      <IconButton
        icon="circleCheck"
        label={t('scenarios.again')}
        onClick={() => router.go({ ...route, seq: null, scenarios: `new:${seq}` })}
      />
      {more}
      <IconButton icon="note" label={t('request.note')} onClick={() => setNoting(true)} />
      <IconButton icon="trash" label={t('request.delete')} onClick={remove} />
      {isNoting && (
        <NoteDialog
          note={notes}
          onSave={(note) => run(actions.mark(seq, { note }), t('note.saved'))}
          onClose={() => setNoting(false)}
        />
      )}
    </>
  )
}
