import type { BinSession } from '../model/bin-session.ts'
import { Checkbox, Field, Select, TextInput } from '../ui/field.tsx'
import { useServices } from '../shell/services.ts'
import { useStore } from '../ui/use-store.ts'
import { useShareWords } from '../words/shares/use-share-words.ts'
import { lives, type ShareForm } from './share-form.ts'
import style from './shares.module.css'

type OptionsProps = {
  session: BinSession
  form: ShareForm
  onChange: (change: Partial<ShareForm>) => void
}

/** For whom, how long, how much of the bin, and what of it is hidden. */
export function ShareOptions({ session, form, onChange }: OptionsProps) {
  const say = useShareWords()
  return (
    <details className={style.options}>
      <summary>{say('share.options')}</summary>
      <div className={style.fields}>
        <Field label={say('share.name')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={form.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <LifeChoice form={form} onChange={onChange} />
        <ScopeChoice session={session} form={form} onChange={onChange} />
        <Field label={say('share.password')} hint={say('share.password.hint')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={form.password}
              onChange={(event) => onChange({ password: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Checkbox
        label={say('share.mask')}
        checked={form.mask}
        onChange={(event) => onChange({ mask: event.target.checked })}
      />
      <Checkbox
        label={say('share.captureUrl')}
        checked={form.captureUrl}
        onChange={(event) => onChange({ captureUrl: event.target.checked })}
      />
    </details>
  )
}

function LifeChoice({ form, onChange }: Omit<OptionsProps, 'session'>) {
  const say = useShareWords()
  const choose = (value: string) => {
    const life = lives.find((each) => each === value)
    if (life) onChange({ life })
  }
  return (
    <Field label={say('share.life')}>
      {(control) => (
        <Select {...control} value={form.life} onChange={({ target }) => choose(target.value)}>
          {lives.map((life) => (
            <option key={life} value={life}>
              {say(`share.life.${life}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** What is open in the page can be shared alone: its search, or its request. */
function ScopeChoice({ session, form, onChange }: OptionsProps) {
  const say = useShareWords()
  const route = useStore(useServices().router)
  const { q } = session.state.get()
  const seq = route.page === 'bin' ? route.seq : null
  const open = route.page === 'bin' ? (route.scenarios ?? '') : ''
  const scopes: ShareForm['scope'][] = [
    { kind: 'bin' },
    ...(q === '' ? [] : [{ kind: 'view' as const, q }]),
    ...(/^[0-9a-z]{10}$/.test(open) ? [{ kind: 'scenario' as const, id: open }] : []),
    ...(seq === null ? [] : [{ kind: 'request' as const, seq }]),
  ]
  const words = (scope: ShareForm['scope']) => {
    if (scope.kind === 'bin') return say('share.scope.bin')
    if (scope.kind === 'view') return say('share.scope.view', { q: scope.q })
    if (scope.kind === 'scenario') return say('share.scope.scenario')
    return say('share.scope.request', { seq: scope.seq })
  }
  return (
    <Field label={say('share.scope')}>
      {(control) => (
        <Select
          {...control}
          value={form.scope.kind}
          onChange={({ target }) =>
            onChange({ scope: scopes.find(({ kind }) => kind === target.value) ?? { kind: 'bin' } })
          }
        >
          {scopes.map((scope) => (
            <option key={scope.kind} value={scope.kind}>
              {words(scope)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
