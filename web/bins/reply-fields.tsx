import { Checkbox, Field, TextArea, TextInput } from '../ui/field.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import type { ReplyForm, ReplyFormErrors } from './reply-form.ts'
import style from './dialogs.module.css'

type ReplyFieldsProps = {
  form: ReplyForm
  errors: ReplyFormErrors
  onChange: (change: Partial<ReplyForm>) => void
}

const exampleSequence = '500, 500, 200'

/** The fields of a reply. */
export function ReplyFields({ form, errors, onChange }: ReplyFieldsProps) {
  const { t } = useBinWords()
  const field = (name: 'status' | 'headers' | 'body' | 'delay' | 'sequence') => ({
    value: form[name],
    'aria-invalid': errors[name] !== undefined,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  return (
    <>
      <div className={style.pair}>
        <Field label={t('reply.status')} hint={t('reply.status.hint')}>
          {(control) => <TextInput {...control} {...field('status')} inputMode="numeric" />}
        </Field>
        <Field label={t('reply.delay')} hint={t('reply.delay.hint')}>
          {(control) => <TextInput {...control} {...field('delay')} inputMode="numeric" />}
        </Field>
      </div>
      <Field label={t('reply.headers')} hint={t('reply.headers.hint')}>
        {(control) => <TextArea {...control} {...field('headers')} rows={3} />}
      </Field>
      <Field label={t('reply.body')}>
        {(control) => <TextArea {...control} {...field('body')} rows={4} />}
      </Field>
      <Field label={t('reply.sequence')} hint={t('reply.sequence.hint')}>
        {(control) => (
          <TextArea {...control} {...field('sequence')} rows={2} placeholder={exampleSequence} />
        )}
      </Field>
      <Checkbox
        label={t('reply.cors')}
        checked={form.cors}
        onChange={(event) => onChange({ cors: event.target.checked })}
      />
      {Object.values(errors).map(({ key, text }) => (
        <p key={key} role="alert" className={style.error}>
          {t(`reply.wrong.${key}`, { text })}
        </p>
      ))}
    </>
  )
}
