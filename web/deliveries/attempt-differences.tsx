import type { AttemptDifferences as Differences } from '../../shared/attempts/attempts.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import style from './deliveries.module.css'

type AttemptDifferencesProps = {
  differences: Differences
  /** Number of the request that was the attempt before. */
  before: number
}

/** What is not as in the attempt before, header by header. */
export function AttemptDifferences({ differences, before }: AttemptDifferencesProps) {
  const { t } = useSeenWords()
  const { headers, body } = differences
  const n = headers.length + (body ? 1 : 0)
  if (n === 0) return <p className={style.quiet}>{t('delivery.same')}</p>
  return (
    <details>
      <summary className={style.summary}>{t('delivery.differs', { n })}</summary>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('delivery.header')}</th>
            <th scope="col">{t('delivery.before')}</th>
            <th scope="col">{t('delivery.now')}</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header) => (
            <tr key={header.name}>
              <th scope="row">
                <VisibleText text={header.name} />
              </th>
              <HeaderValues values={header.before} />
              <HeaderValues values={header.after} />
            </tr>
          ))}
          {body && (
            <tr>
              <th scope="row">{t('delivery.body')}</th>
              <td>{t('delivery.bodyBefore', { seq: String(before) })}</td>
              <td>{t('delivery.bodyNow')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  )
}

function HeaderValues({ values }: { values: readonly string[] }) {
  const { t } = useSeenWords()
  return (
    <td>
      {values.length === 0 ? (
        <span className={style.quiet}>{t('delivery.absent')}</span>
      ) : (
        <VisibleText text={values.join('\n')} />
      )}
    </td>
  )
}
