import { useState, type SubmitEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'
import type { Failure } from '../model/problems.ts'
import { useCreateBin } from '../shell/use-create-bin.ts'
import style from './home-page.module.css'

/**
 * Makes a bin, with a name of its own or without.
 * @param before why the one could not be made that nobody had to ask for
 */
export function NewBin({ before = null }: { before?: Failure | null }) {
  const { t } = useHomeWords()
  const { create, failure: last } = useCreateBin()
  const failure = last ?? before
  const [name, setName] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void create({ name: name.trim() })
  }
  return (
    <section className={style.card} aria-labelledby="new-bin">
      <h1 id="new-bin" className={style.title}>
        {t('home.title')}
      </h1>
      <p className={style.lead}>{t('home.lead')}</p>
      <form className={style.form} onSubmit={submit}>
        <Field label={t('home.name')}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={200}
              placeholder={t('home.nameExample')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" icon="plus">
          {t('home.newBin')}
        </Button>
      </form>
      {failure && (
        <p role="alert" className={style.failure}>
          <Icon name="alert" />
          {t('home.failed', { reason: failure.message })}
        </p>
      )}
    </section>
  )
}
