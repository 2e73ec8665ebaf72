import { type ReactNode } from 'react'
import { Link } from './link.tsx'
import { Icon } from '../ui/icon.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { useServices } from './services.ts'
import { useWords } from '../words/use-words.ts'
import style from './top-bar.module.css'

const PreferencesMenu = onDemand(
  async () => (await import('./preferences-menu.tsx')).PreferencesMenu,
)

/** The head of every view: the way home, what the view puts there, theme and language. */
export function TopBar({ children, actions }: { children?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={style.bar}>
      <Brand />
      <div className={style.middle}>{children}</div>
      <div className={style.actions}>
        {actions}
        <PreferencesMenu />
      </div>
    </header>
  )
}

function Brand() {
  const { hasHome } = useServices()
  const { t } = useWords()
  const brand = (
    <>
      <span className={style.mark}>
        <Icon name="bin" />
      </span>
      <span className={style.name}>{t('app.name')}</span>
    </>
  )
  if (!hasHome) return <span className={style.brand}>{brand}</span>
  return (
    <Link to={{ page: 'home' }} className={style.brand} aria-label={t('app.home')}>
      {brand}
    </Link>
  )
}
