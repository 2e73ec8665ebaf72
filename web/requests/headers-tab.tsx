import { headerPairs } from '../../shared/headers.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { headerTerm } from '../../shared/search/term.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useViewWords } from '../words/views/use-view-words.ts'
import { PairsTable } from './pairs-table.tsx'
import style from './tabs.module.css'

/** The headers as sent: order, case and duplicates. */
export function HeadersTab({ request }: { request: RequestDetail }) {
  const { t } = useViewWords()
  const headers = headerPairs(request.rawHeaders)
  const trailers = headerPairs(request.trailers)
  const heads = [t('headers.name'), t('headers.value')] as const
  const text = headers.map(([name, value]) => `${name}: ${value}`).join('\n')
  return (
    <ScrollRegion className={style.scroll} label={t('tab.headers')}>
      <div className={style.bar}>
        <span className={style.about}>{t('headers.asSent')}</span>
        <CopyButton
          text={text}
          label={t('headers.copy')}
          done={t('copied')}
          failed={t('copyFailed')}
          look="quiet"
          shrinks
        >
          {t('headers.copy')}
        </CopyButton>
      </div>
      <PairsTable label={t('tab.headers')} heads={heads} pairs={headers} termOf={headerTerm} />
      {trailers.length > 0 && (
        <>
          <h3 className={style.heading}>{t('headers.trailers')}</h3>
          <PairsTable label={t('headers.trailers')} heads={heads} pairs={trailers} />
        </>
      )}
    </ScrollRegion>
  )
}
