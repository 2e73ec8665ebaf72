import type { RequestFlag } from '../../shared/request.ts'
import { useWords } from '../words/use-words.ts'
import style from './flags.module.css'

/** What was unusual about how a request came in. */
export function Flags({ flags }: { flags: readonly RequestFlag[] }) {
  const { t } = useWords()
  return flags.map((flag) => (
    <span key={flag} className={style.flag} title={t(`flag.${flag}.text`)}>
      {t(`flag.${flag}`)}
    </span>
  ))
}
