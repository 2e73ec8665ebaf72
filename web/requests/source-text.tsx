import type { RequestSource } from '../../shared/request.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/use-words.ts'
import style from './source-text.module.css'

/** Where a request came from; an address that systeme.io documents bears a shield. */
export function SourceText({ source }: { source: RequestSource }) {
  const { t } = useWords()
  const via = source.via === 'forwarded' ? t('source.forwarded') : undefined
  return (
    <span className={style.source} title={source.documented ? t('source.documented') : via}>
      {source.documented && <Icon name="shield" size={13} />}
      {source.documented && <span className="unseen">{t('source.documented')}</span>}
      {source.ip}
    </span>
  )
}
