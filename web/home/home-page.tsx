import { useEffect } from 'react'
import { Link } from '../shell/link.tsx'
import { useServices } from '../shell/services.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { useStore } from '../ui/use-store.ts'
import { useHomeWords } from '../words/home/use-home-words.ts'
import { NewBin } from './new-bin.tsx'
import { RecentList } from './recent-list.tsx'
import { useCreateBin } from '../shell/use-create-bin.ts'
import style from './home-page.module.css'

/** The first visit makes a bin and goes there; later ones list the bins of this browser. */
export function HomePage() {
  const { recent } = useServices()
  const { t } = useHomeWords()
  const bins = useStore(recent)
  const isFirst = bins.length === 0
  useEffect(() => {
    document.title = t('app.name')
  }, [t])
  return (
    <div className={style.page}>
      <TopBar />
      <main className={style.main}>
        {isFirst ? <FirstVisit /> : <NewBin />}
        {!isFirst && <RecentList bins={bins} />}
        <p className={style.more}>
          <Link to={{ page: 'events' }}>{t('home.events')}</Link>
        </p>
      </main>
    </div>
  )
}

function FirstVisit() {
  const { t } = useHomeWords()
  const { create, failure } = useCreateBin()
  useEffect(() => {
    void create()
  }, [create])
  if (failure) return <NewBin before={failure} />
  return <output className={style.making}>{t('home.making')}</output>
}
