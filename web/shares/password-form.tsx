import { useState, type SubmitEvent } from 'react'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useShareWords } from '../words/shares/use-share-words.ts'
import style from './shares.module.css'

type PasswordFormProps = { token: string; onPass: (pass: string) => void }

/** Asks for the password of a share. */
export function PasswordForm({ token, onPass }: PasswordFormProps) {
  const { client } = useServices()
  const say = useShareWords()
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const submit = async () => {
    try {
      onPass((await client('unlockShare', { key: token, body: { password } })).pass)
    } catch (error) {
      setFailure(problemOf(error).message)
    }
  }
  return (
    <>
      <TopBar />
      <main className={style.door}>
        <h1>{say('share.password.title')}</h1>
        <p className={style.lead}>{say('share.password.lead')}</p>
        <form
          className={style.form}
          onSubmit={(event: SubmitEvent) => {
            event.preventDefault()
            void submit()
          }}
        >
          <Field label={say('share.password.label')}>
            {(control) => (
              <TextInput
                {...control}
                required
                type="password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary">
            {say('share.password.open')}
          </Button>
        </form>
        {failure !== null && (
          <p role="alert" className={style.failure}>
            {failure}
          </p>
        )}
      </main>
    </>
  )
}
