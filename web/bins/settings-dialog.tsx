import { useState, type SubmitEvent } from 'react'
import { longestNote, type Bin } from '../../shared/bin.ts'
import type { ChangeBinInput } from '../../shared/input.ts'
import type { BinSession } from '../model/bin-session.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/dialog.tsx'
import { Checkbox, Field, TextArea, TextInput } from '../ui/field.tsx'
import { useActions } from '../shell/use-actions.ts'
import { useTeamWords } from '../words/team/use-team-words.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import { ChangesList } from './changes-list.tsx'
import style from './dialogs.module.css'

/** Name, secret and visibility of a bin, and its owner key. */
export function SettingsDialog({ session, onClose }: { session: BinSession; onClose: () => void }) {
  const { t } = useBinWords()
  const { actions, run } = useActions(session)
  const bin = session.state.get().bin
  const [change, setChange] = useState<ChangeBinInput>({})
  if (!bin) return null

  const save = async () => {
    if (actions && (await run(actions.changeBin(change), t('settings.saved')))) onClose()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Dialog title={t('bin.settings')} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <SettingsFields
            bin={bin}
            change={change}
            onChange={(more) => setChange((last) => ({ ...last, ...more }))}
          />
          <History session={session} />
          <OwnerKey ownerKey={session.key() ?? ''} />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

type SettingsFieldsProps = {
  bin: Bin
  change: ChangeBinInput
  onChange: (change: ChangeBinInput) => void
}

function SettingsFields({ bin, change, onChange }: SettingsFieldsProps) {
  const { t } = useBinWords()
  const team = useTeamWords()
  const hasSecret = change.secret === undefined ? bin.hasSecret : change.secret !== null
  return (
    <>
      <Field label={t('settings.name')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={change.name ?? bin.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={team('note.label')} hint={team('note.hint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={longestNote}
            value={change.note ?? bin.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('settings.secret')} hint={t('settings.secret.hint')}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={1000}
            value={change.secret ?? ''}
            placeholder={t(hasSecret ? 'settings.secret.set' : 'settings.secret.none')}
            onChange={(event) => onChange({ secret: event.target.value || undefined })}
          />
        )}
      </Field>
      {bin.hasSecret && (
        <Checkbox
          label={t('settings.secret.remove')}
          checked={change.secret === null}
          onChange={(event) => onChange({ secret: event.target.checked ? null : undefined })}
        />
      )}
      <Checkbox
        label={t('settings.private')}
        checked={(change.visibility ?? bin.visibility) === 'private'}
        onChange={(event) => onChange({ visibility: event.target.checked ? 'private' : 'link' })}
      />
    </>
  )
}

/** Read when it is opened. */
function History({ session }: { session: BinSession }) {
  const t = useTeamWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('changes.title')}</summary>
      {isOpen && <ChangesList session={session} />}
    </details>
  )
}

function OwnerKey({ ownerKey }: { ownerKey: string }) {
  const { t } = useBinWords()
  return (
    <div>
      <p>{t('settings.ownerKey')}</p>
      <div className={style.key}>
        <code>{ownerKey.slice(0, 4)}…</code>
        <CopyButton
          text={ownerKey}
          label={t('settings.copyOwnerKey')}
          done={t('copied')}
          failed={t('copyFailed')}
        >
          {t('settings.copyOwnerKey')}
        </CopyButton>
      </div>
    </div>
  )
}
