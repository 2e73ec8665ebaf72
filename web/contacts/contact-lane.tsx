import { useState } from 'react'
import type { Lane, Step } from '../../shared/contacts/lanes.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { gapText } from './gap.ts'
import style from './contacts.module.css'

/** Steps drawn at first. */
const shownAtFirst = 50

/** Everything that happened to one contact, in order, with the time between. */
export function ContactLane({ lane, route }: { lane: Lane; route: BinRoute }) {
  const say = useSideBySideWords()
  const [most, setMost] = useState(shownAtFirst)
  const { ids, emails, steps } = lane
  const name = emails.at(-1) ?? `#${ids[0] ?? ''}`
  const others = [...emails.slice(0, -1), ...ids.map((id) => `#${id}`)].filter(
    (one) => one !== name,
  )
  return (
    <li className={style.lane}>
      <h3 className={style.name}>
        <VisibleText text={name} />
        {others.length > 0 && (
          <span className={style.others}>
            <VisibleText text={others.slice(0, 5).join(' · ')} />
          </span>
        )}
        <span className={style.others}>{say('contacts.events', { n: steps.length })}</span>
      </h3>
      <ol className={style.steps} aria-label={name}>
        {steps.slice(0, most).map((step) => (
          <LaneStep key={step.seq} step={step} route={route} />
        ))}
      </ol>
      {steps.length > most && (
        <Button look="quiet" onClick={() => setMost(steps.length)}>
          {say('contacts.showSteps', { n: steps.length })}
        </Button>
      )}
    </li>
  )
}

function LaneStep({ step, route }: { step: Step; route: BinRoute }) {
  const { t, language, format } = useWords()
  const { seq, gap, event, verdict, receivedAt } = step
  const isBroken = verdict === 'invalid' || verdict === 'unreadable'
  return (
    <li className={style.step}>
      {gap !== null && <span className={style.gap}>{gapText(gap, language)}</span>}
      <Link
        to={{ ...route, seq, aside: undefined }}
        className={`${style.event} ${isBroken ? style.broken : ''}`}
        title={`#${seq} · ${format.moment(receivedAt)}`}
      >
        <VisibleText text={event.label[language] || event.type} />
        {isBroken && <span className={style.verdict}>{t(`verdict.${verdict}`)}</span>}
      </Link>
    </li>
  )
}
