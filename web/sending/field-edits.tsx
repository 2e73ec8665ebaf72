import { Button, IconButton } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import type { SenderForm } from './sender-form.ts'
import style from './sending.module.css'

type Fields = SenderForm['fields']
type FieldEditsProps = { fields: Fields; onChange: (fields: Fields) => void }

const examplePath = 'data.contact.email'

/** Values that are put in place of the documented ones. */
export function FieldEdits({ fields, onChange }: FieldEditsProps) {
  const t = useSendingWords()
  const edit = (place: number, change: Partial<Fields[number]>) =>
    onChange(fields.map((field, index) => (index === place ? { ...field, ...change } : field)))
  return (
    <fieldset>
      <legend className={style.legend}>{t('sender.fields')}</legend>
      {fields.map(({ path, value }, place) => (
        <div key={place} className={style.edit}>
          <TextInput
            aria-label={t('sender.path', { n: place + 1 })}
            placeholder={examplePath}
            value={path}
            onChange={({ target }) => edit(place, { path: target.value })}
          />
          <TextInput
            aria-label={t('sender.value', { n: place + 1 })}
            value={value}
            onChange={({ target }) => edit(place, { value: target.value })}
          />
          <IconButton
            icon="close"
            label={t('sender.removeField', { n: place + 1 })}
            onClick={() => onChange(fields.filter((_, index) => index !== place))}
          />
        </div>
      ))}
      <div className={style.row}>
        <Button icon="plus" onClick={() => onChange([...fields, { path: '', value: '' }])}>
          {t('sender.addField')}
        </Button>
        <span className={style.quiet}>{t('sender.fields.hint')}</span>
      </div>
    </fieldset>
  )
}
