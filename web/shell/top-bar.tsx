import { type ReactNode } from 'react'
import { Link } from './link.tsx'
import { Icon } from '../ui/icon.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { useWords } from '../words/use-words.ts'
import style from './top-bar.module.css'

const PreferencesMenu = onDemand(
  async () => (await import('./preferences-menu.tsx')).PreferencesMenu,
)

/** The head of every view: the way home, what the view puts there, theme and language. */
export function TopBar({ children, actions }: { children?: ReactNode; actions?: ReactNode }) {
  const { t } = useWords()
  return (
    <header className={style.bar}>
      <Link to={{ page: 'home' }} className={style.brand} aria-label={t('app.home')}>
        <span className={style.mark}>
          <Icon name="bin" />
        </span>
        <span className={style.name}>{t('app.name')}</span>
      </Link>
      <div className={style.middle}>{children}</div>
      <div className={style.actions}>
        {actions}
        <PreferencesMenu />
      </div>
    </header>
  )
}
