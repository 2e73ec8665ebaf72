import { breakages, oddities } from '../../shared/breakage.ts'
import { Checkbox } from '../ui/field.tsx'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import { toggled, type SenderForm } from './sender-form.ts'
import style from './sending.module.css'

type WayChoicesProps = { form: SenderForm; onChange: (change: Partial<SenderForm>) => void }

/** Ways to break an event, or to make it awkward. */
export function WayChoices({ form, onChange }: WayChoicesProps) {
  const t = useSendingWords()
  const isAccount = form.trigger.startsWith('account-')
  return (
    <>
      <fieldset>
        <legend className={style.legend}>{t('sender.odd')}</legend>
        <div className={style.choices}>
          {oddities.map((oddity) => (
            <Checkbox
              key={oddity}
              label={t(`odd.${oddity}`)}
              checked={form.odd.includes(oddity)}
              onChange={() => onChange({ odd: toggled(form.odd, oddity) })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className={style.legend}>{t('sender.broken')}</legend>
        <div className={style.choices}>
          {breakages
            .filter((breakage) => isAccount || !ofAccounts.has(breakage))
            .map((breakage) => (
              <Checkbox
                key={breakage}
                label={t(`broken.${breakage}`)}
                checked={form.broken.includes(breakage)}
                onChange={() => onChange({ broken: toggled(form.broken, breakage) })}
              />
            ))}
        </div>
      </fieldset>
    </>
  )
}

/** Only account webhooks have these headers to lose. */
const ofAccounts = new Set<string>(['no-event-header', 'invalid-signature'])
