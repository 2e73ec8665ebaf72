import { Link } from './link.tsx'
import type { Route } from './router.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'
import style from './view-failure.module.css'

type ViewFailureProps = {
  reason: string
  onRetry: () => void
  /** Where the way back leads; absent: there is none. */
  back: { to: Exclude<Route, { page: 'unknown' }>; label: string } | undefined
}

/** Stands in place of a view that could not be drawn: why, and what can be done. */
export function ViewFailure({ reason, onRetry, back }: ViewFailureProps) {
  const { t } = useWords()
  return (
    <div role="alert" className={style.failure}>
      <p>{t('view.failed', { reason })}</p>
      <p className={style.ways}>
        <Button onClick={onRetry}>{t('retry')}</Button>
        {back && <Link to={back.to}>{back.label}</Link>}
      </p>
    </div>
  )
}
