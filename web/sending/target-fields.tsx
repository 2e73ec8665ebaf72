import { useId } from 'react'
import type { Targets } from '../../shared/sending.ts'
import { Checkbox, Field, Select, TextInput } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'

/** Where something is to be sent. */
export type TargetForm = {
  /** `null`: the bin itself. */
  to: string | null
  credentials: boolean
}

export const toBin: TargetForm = { to: null, credentials: false }

/** What the API wants of it. */
export function targetInput({ to, credentials }: TargetForm): {
  to?: string
  credentials?: boolean
} {
  return to === null ? {} : { to, credentials }
}

type TargetFieldsProps = {
  targets: Targets | undefined
  form: TargetForm
  onChange: (form: TargetForm) => void
  /** Whether captured credentials are a question at all. */
  asksCredentials?: boolean
}

/** The bin itself, or one of the addresses that were allowed at start. */
export function TargetFields({ targets, form, onChange, asksCredentials }: TargetFieldsProps) {
  const t = useSendingWords()
  const isOpen = targets !== undefined && (targets.anyPublic || targets.allowed.length > 0)
  const choose = (where: string) =>
    onChange({ ...form, to: where === 'bin' ? null : (targets?.allowed[0] ?? 'https://') })
  return (
    <>
      <Field label={t('to.label')} {...(!isOpen && { hint: t('to.none') })}>
        {(control) => (
          <Select
            {...control}
            value={form.to === null ? 'bin' : 'target'}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="bin">{t('to.bin')}</option>
            <option value="target" disabled={!isOpen}>
              {t('to.target')}
            </option>
          </Select>
        )}
      </Field>
      {form.to !== null && targets && (
        <AddressField
          targets={targets}
          value={form.to}
          onChange={(to) => onChange({ ...form, to })}
        />
      )}
      {form.to !== null && asksCredentials && (
        <Checkbox
          label={t('credentials')}
          checked={form.credentials}
          onChange={({ target }) => onChange({ ...form, credentials: target.checked })}
        />
      )}
    </>
  )
}

type AddressFieldProps = { targets: Targets; value: string; onChange: (value: string) => void }

/** The address of a target, with those that are allowed to choose from. */
export function AddressField({ targets, value, onChange }: AddressFieldProps) {
  const t = useSendingWords()
  const listId = useId()
  const allowed = targets.allowed.join(', ')
  const hint = !targets.anyPublic
    ? t('to.address.hint', { allowed })
    : allowed === ''
      ? t('to.publicOnly.hint')
      : t('to.public.hint', { allowed })
  return (
    <Field label={t('to.address')} hint={hint}>
      {(control) => (
        <>
          <TextInput
            {...control}
            type="url"
            list={listId}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={listId}>
            {targets.allowed.map((address) => (
              <option key={address} value={address}>
                {address}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
