import { useEffect, useState, type ReactNode } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import type { Alarm } from '../../shared/attempts/alarms.ts'
import { visibleText } from '../json/visible.ts'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { LineFold } from '../ui/line-fold.tsx'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { contactName, seqQuery } from './attempt.ts'
import { useDeliveries } from './use-deliveries.ts'
import style from './deliveries.module.css'

/** Rules that fired twice, the latest in sight; hidden ones come back with the next. */
export function Alarms({ route }: { route: BinRoute }) {
  const { t } = useSeenWords()
  const { alarms } = useDeliveries()
  const [hidden, setHidden] = useState(0)
  const labels = useLabels(alarms.length > 0)
  const latest = alarms.toReversed()
  const hide = (
    <IconButton icon="close" label={t('alarm.hide')} onClick={() => setHidden(alarms.length)} />
  )
  return (
    <div aria-live="polite">
      {alarms.length > hidden && (
        <section className={style.banner} aria-label={t('alarms.title')}>
          <AlarmLines route={route} alarms={latest} labels={labels} hide={hide} />
        </section>
      )}
    </div>
  )
}

type AlarmLinesProps = {
  route: BinRoute
  /** Newest first. */
  alarms: readonly Alarm[]
  labels: readonly EventInfo[]
  hide: ReactNode
}

/** One alarm where it has the room; else a line that unfolds all of them. */
function AlarmLines({ route, alarms, labels, hide }: AlarmLinesProps) {
  const { t } = useSeenWords()
  const text = useAlarmText(labels)
  const isNarrow = useMedia(narrowWindow)
  const [latest] = alarms
  if (!latest) return null
  if (alarms.length === 1 && !isNarrow) {
    return (
      <div className={style.alone}>
        <Icon name="alert" />
        <AlarmLine route={route} alarm={latest} text={text(latest)} />
        {hide}
      </div>
    )
  }
  const count = t('alarm.count', { n: alarms.length })
  return (
    <LineFold
      icon="alert"
      line={alarms.length === 1 ? text(latest) : `${count} · ${text(latest)}`}
      title={count}
      renderAside={(open) => (
        <>
          {!open && !isNarrow && <AlarmLinks route={route} alarm={latest} />}
          {hide}
        </>
      )}
    >
      <ul className={style.alarms}>
        {alarms.map((alarm) => (
          <li key={alarm.seqs.join()}>
            <AlarmLine route={route} alarm={alarm} text={text(alarm)} />
          </li>
        ))}
      </ul>
    </LineFold>
  )
}

type AlarmProps = { route: BinRoute; alarm: Alarm }

function AlarmLine({ route, alarm, text }: AlarmProps & { text: string }) {
  return (
    <div className={style.line}>
      <span>{text}</span>
      <AlarmLinks route={route} alarm={alarm} />
    </div>
  )
}

/** To the first requests that fired, and to all of them in the list. */
function AlarmLinks({ route, alarm: { seqs } }: AlarmProps) {
  const { t } = useSeenWords()
  return (
    <span className={style.alarmLinks}>
      {seqs.slice(0, 4).map((seq) => (
        <Link key={seq} to={{ ...route, seq }}>
          #{seq}
        </Link>
      ))}
      <Link to={{ ...route, seq: null, fields: undefined, q: seqQuery(seqs.slice(0, 50)) }}>
        {t('alarm.list')}
      </Link>
    </span>
  )
}

/** What an alarm says, the event first: it is what is left of a line that is cut off. */
function useAlarmText(labels: readonly EventInfo[]) {
  const { t, format, language } = useSeenWords()
  return ({ trigger, type, contact, seqs, withinMs }: Alarm) =>
    t('alarm.doubleFire', {
      n: seqs.length,
      contact: visibleText(contactName(contact)),
      time: format.duration(withinMs),
      event: labels.find((event) => event.trigger === trigger)?.label[language] ?? type,
    })
}

/** The documented events, once there is something to call by its label. */
function useLabels(isNeeded: boolean): readonly EventInfo[] {
  const { catalogue } = useServices()
  const [events, setEvents] = useState<readonly EventInfo[]>([])
  useEffect(() => {
    if (isNeeded) catalogue.read().then(setEvents, () => setEvents([]))
  }, [catalogue, isNeeded])
  return events
}
