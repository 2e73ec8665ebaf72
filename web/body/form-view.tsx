import type { FormFields } from '../../shared/body/form.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { useWords } from '../words/use-words.ts'
import { LongText } from './long-text.tsx'
import style from './body.module.css'

/** The fields of a form, decoded, in the order in which they came. */
export function FormView({ form, label }: { form: FormFields; label: string }) {
  const { t } = useWords()
  const say = useBodyWords()
  const { fields, count } = form
  return (
    <ScrollRegion className={style.scroll} label={label}>
      <ol aria-label={say('form.fields', { n: count })}>
        {fields.map(({ name, value }, index) => (
          <li key={index} className={style.part}>
            <div className={style.partHead}>
              <span className={style.partName}>
                <VisibleText text={name.slice(0, 200)} />
              </span>
              <span className={style.facts} />
              <CopyButton
                text={value}
                label={t('json.copyValue')}
                done={t('copied')}
                failed={t('copyFailed')}
              />
            </div>
            {value !== '' && (
              <div className={style.value}>
                <LongText text={value} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {count > fields.length && (
        <p className={style.note}>{say('form.more', { n: count - fields.length })}</p>
      )}
    </ScrollRegion>
  )
}
