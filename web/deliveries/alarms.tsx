import { useEffect, useState } from 'react'
import type { EventInfo } from '../../shared/events/info.ts'
import type { Alarm } from '../../shared/attempts/alarms.ts'
import { visibleText } from '../json/visible.ts'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { contactName, seqQuery } from './attempt.ts'
import { useDeliveries } from './use-deliveries.ts'
import style from './deliveries.module.css'

/** Rules that fired twice, the latest in sight; hidden ones come back with the next. */
export function Alarms({ route }: { route: BinRoute }) {
  const { t } = useSeenWords()
  const { alarms } = useDeliveries()
  const [hidden, setHidden] = useState(0)
  const [all, setAll] = useState(false)
  const labels = useLabels(alarms.length > 0)
  const latest = alarms.toReversed()
  const shown = all ? latest : latest.slice(0, 1)
  return (
    <div aria-live="polite">
      {alarms.length > hidden && (
        <section className={style.banner} aria-label={t('alarms.title')}>
          <Icon name="alert" />
          <ul className={style.alarms}>
            {shown.map((alarm) => (
              <AlarmLine key={alarm.seqs.join()} route={route} alarm={alarm} labels={labels} />
            ))}
          </ul>
          {shown.length < alarms.length && (
            <Button look="quiet" onClick={() => setAll(true)}>
              {t('alarm.all', { n: alarms.length })}
            </Button>
          )}
          <IconButton
            icon="close"
            label={t('alarm.hide')}
            onClick={() => setHidden(alarms.length)}
          />
        </section>
      )}
    </div>
  )
}

type AlarmLineProps = { route: BinRoute; alarm: Alarm; labels: readonly EventInfo[] }

function AlarmLine({ route, alarm, labels }: AlarmLineProps) {
  const { t, format, language } = useSeenWords()
  const { trigger, type, contact, seqs, withinMs } = alarm
  const label = labels.find((event) => event.trigger === trigger)?.label[language]
  return (
    <li className={style.line}>
      <span>
        {t('alarm.doubleFire', {
          n: seqs.length,
          contact: visibleText(contactName(contact)),
          time: format.duration(withinMs),
          event: label ?? type,
        })}
      </span>
      {seqs.slice(0, 4).map((seq) => (
        <Link key={seq} to={{ ...route, seq }}>
          #{seq}
        </Link>
      ))}
      <Link to={{ ...route, seq: null, fields: undefined, q: seqQuery(seqs.slice(0, 50)) }}>
        {t('alarm.list')}
      </Link>
    </li>
  )
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
