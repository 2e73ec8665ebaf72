import type { RecentBin } from '../model/recent-bins.ts'
import { Link } from '../shell/link.tsx'
import { useServices } from '../shell/services.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'
import { useHomeWords } from '../words/home/use-home-words.ts'
import style from './recent-list.module.css'

/** The bins of this browser, opened last first. */
export function RecentList({ bins }: { bins: readonly RecentBin[] }) {
  const { t } = useHomeWords()
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className={style.title}>
        {t('home.recent')}
      </h2>
      <ul className={style.list}>
        {bins.map((bin) => (
          <RecentRow key={bin.id} bin={bin} />
        ))}
      </ul>
    </section>
  )
}

function RecentRow({ bin }: { bin: RecentBin }) {
  const { recent } = useServices()
  const { t, format } = useHomeWords()
  const now = useNow(60_000)
  const opened = new Date(bin.openedAt).toISOString()
  const isNamed = bin.name !== '' && bin.name !== bin.id
  const name = isNamed ? bin.name : bin.id
  return (
    <li className={style.row}>
      <Link className={style.link} to={{ page: 'bin', id: bin.id, seq: null, tab: 'body', q: '' }}>
        <span className={style.name}>{name}</span>
        {isNamed && <code className={style.id}>{bin.id}</code>}
      </Link>
      {bin.ownerKey === undefined && <Badge tone="plain">{t('bin.readOnly')}</Badge>}
      <time className={style.time} dateTime={opened} title={format.moment(opened)}>
        {format.ago(opened, now)}
      </time>
      {bin.ownerKey === undefined && (
        <IconButton
          icon="close"
          label={t('home.forget', { name })}
          onClick={() => recent.forget(bin.id)}
        />
      )}
    </li>
  )
}
