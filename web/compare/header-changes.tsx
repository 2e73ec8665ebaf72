import type { HeaderChange } from '../../shared/attempts/attempts.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { useViewWords } from '../words/views/use-view-words.ts'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { ValueText } from './value-text.tsx'
import style from './compare.module.css'

/** Headers whose values are not the same. */
export function HeaderChanges({ changes }: { changes: readonly HeaderChange[] }) {
  const { t } = useViewWords()
  const say = useSideBySideWords()
  if (changes.length === 0) return <p className={style.note}>{say('compare.sameHeaders')}</p>
  return (
    <table className={style.table} aria-label={say('compare.headers')}>
      <thead>
        <tr>
          <th scope="col">{t('headers.name')}</th>
          <th scope="col">{say('compare.before')}</th>
          <th scope="col">{say('compare.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }, index) => (
          <tr key={index}>
            <th scope="row">
              <VisibleText text={name} />
            </th>
            <td>
              <ValueText text={before.join('\n')} />
            </td>
            <td>
              <ValueText text={after.join('\n')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
