import { useEffect } from 'react'
import { Link } from '../shell/link.tsx'
import { useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'
import style from './home-page.module.css'

/** An address that the page does not know. */
export function NotFoundPage() {
  const { hasHome } = useServices()
  const { t } = useHomeWords()
  useEffect(() => {
    document.title = `${t('notFound.title')} – ${t('app.name')}`
  }, [t])
  return (
    <div className={style.page}>
      <TopBar />
      <main className={style.main}>
        <h1 className={style.title}>{t('notFound.title')}</h1>
        {hasHome && (
          <p>
            <Link to={{ page: 'home' }}>{t('notFound.home')}</Link>
          </p>
        )}
      </main>
    </div>
  )
}
