import { ownShapeLimits } from '../../shared/own-shape/own-shape.ts'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import type { ShapeError, ShapeField, ShapeForm } from './shape-form.ts'
import style from './shapes.module.css'

type ShapeFieldsProps = {
  form: ShapeForm
  error: ShapeError | null
  /** Whether what is left empty is made of a request. */
  isNew: boolean
  onChange: (change: Partial<ShapeForm>) => void
}

/** The fields of a shape, what is wrong under the one that it is about. */
export function ShapeFields({ form, error, isNew, onChange }: ShapeFieldsProps) {
  const { t } = useSeenWords()
  const empty = t(isNew ? 'shapes.empty.new' : 'shapes.empty.old')
  const field = (name: ShapeField) => ({
    value: form[name],
    'aria-invalid': error?.field === name,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  const faultOf = (name: ShapeField | null) =>
    error?.field === name && (
      <p role="alert" className={style.error}>
        {error.text}
      </p>
    )
  return (
    <>
      <Field label={t('shapes.name')} hint={t('shapes.name.hint')}>
        {(control) => (
          <TextInput {...control} {...field('name')} required maxLength={ownShapeLimits.name} />
        )}
      </Field>
      {faultOf('name')}
      <Field label={t('shapes.match')} hint={`${t('shapes.match.hint')} ${empty}`}>
        {(control) => <TextInput {...control} {...field('match')} />}
      </Field>
      {faultOf('match')}
      <Field label={t('shapes.schema')} hint={`${t('shapes.schema.hint')} ${empty}`}>
        {(control) => <TextArea {...control} {...field('schema')} rows={14} />}
      </Field>
      {faultOf('schema')}
      {faultOf(null)}
    </>
  )
}
