import type { RequestDetail } from '../../shared/request.ts'
import { queryTerm } from '../../shared/search/term.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useViewWords } from '../words/views/use-view-words.ts'
import { PairsTable } from './pairs-table.tsx'
import style from './tabs.module.css'

/** The parameters of the query, decoded, and the target as it was sent. */
export function QueryTab({ request }: { request: RequestDetail }) {
  const { t } = useViewWords()
  const { query, target } = request
  return (
    <ScrollRegion className={style.scroll} label={t('tab.query')}>
      <p className={style.bar}>
        <span className={style.about}>{t('query.target')}</span>
      </p>
      <p className={style.target}>
        <code>
          <VisibleText text={target} />
        </code>
      </p>
      {query.length === 0 ? (
        <p className={style.empty}>{t('query.none')}</p>
      ) : (
        <PairsTable
          label={t('tab.query')}
          heads={[t('query.name'), t('query.value')]}
          pairs={query}
          termOf={queryTerm}
        />
      )}
    </ScrollRegion>
  )
}
