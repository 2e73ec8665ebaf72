import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import type { ReplayForm } from './replay-form.ts'
import style from './sending.module.css'

type ReplayFieldsProps = {
  form: ReplayForm
  onChange: (form: ReplayForm) => void
  badHeader: string | undefined
}

/** The parts of a request, to be changed before it is sent again. */
export function ReplayFields({ form, onChange, badHeader }: ReplayFieldsProps) {
  const t = useSendingWords()
  const change = (change: Partial<ReplayForm>) => onChange({ ...form, ...change })
  return (
    <>
      <div className={style.pair}>
        <Field label={t('replay.method')}>
          {(control) => (
            <TextInput
              {...control}
              value={form.method}
              onChange={({ target }) => change({ method: target.value.toUpperCase() })}
            />
          )}
        </Field>
        <Field label={t('replay.path')} hint={t('replay.path.hint')}>
          {(control) => (
            <TextInput
              {...control}
              value={form.path}
              onChange={({ target }) => change({ path: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('replay.headers')} hint={t('replay.headers.hint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            value={form.headers}
            onChange={({ target }) => change({ headers: target.value })}
          />
        )}
      </Field>
      {badHeader !== undefined && (
        <p role="alert" className={style.error}>
          {t('replay.badHeader', { text: badHeader })}
        </p>
      )}
      {form.body === null ? (
        <p className={style.quiet}>{t('replay.bytes')}</p>
      ) : (
        <Field label={t('replay.body')}>
          {(control) => (
            <TextArea
              {...control}
              rows={8}
              value={form.body ?? ''}
              onChange={({ target }) => change({ body: target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
