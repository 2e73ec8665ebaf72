import { useState, type SubmitEvent } from 'react'
import { longestName, viewerName } from '../../shared/viewer-name.ts'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useStore } from '../ui/use-store.ts'
import { useTeamWords } from '../words/team/use-team-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './team.module.css'

type OthersDialogProps = { session: BinSession; onClose: () => void }

/** Who else looks, as far as they say, and the name under which one is seen oneself. */
export function OthersDialog({ session, onClose }: OthersDialogProps) {
  const t = useTeamWords()
  const words = useWords()
  const { preferences, notices } = useServices()
  const [name, setName] = useState(useStore(preferences).viewerName)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    preferences.change({ viewerName: viewerName(name) })
    session.announce()
    notices.show({ tone: 'good', text: t('name.saved') })
    onClose()
  }
  return (
    <Dialog title={t('others.title')} closeLabel={words.t('close')} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <Others session={session} />
          <Field label={t('name.label')} hint={t('name.hint')}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={longestName}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <p className={style.quiet}>{t('others.hint')}</p>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{words.t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function Others({ session }: { session: BinSession }) {
  const t = useTeamWords()
  const { others, names } = useStore(session.state).viewers
  const unnamed = others - names.length
  if (others === 0) return <p>{t('others.none')}</p>
  return (
    <ul className={style.names}>
      {names.map((name, index) => (
        // Two may have chosen the same.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <bdi>{visibleText(name)}</bdi>
        </li>
      ))}
      {unnamed > 0 && <li className={style.quiet}>{t('others.unnamed', { n: unnamed })}</li>}
    </ul>
  )
}
