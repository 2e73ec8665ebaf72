import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import { NewScenario } from './new-scenario.tsx'
import { ScenarioCard } from './scenario-card.tsx'
import { useScenarioCalls } from './scenario-calls.ts'
import { useScenarios } from './use-scenarios.ts'
import style from './scenarios.module.css'

type ScenariosViewProps = {
  session: BinSession
  route: BinRoute
  /** Id of the scenario that is open; `new`, with the numbers of requests to expect again. */
  open: string
}

/** The scenarios of a bin, and what became of each. */
export function ScenariosView({ session, route, open }: ScenariosViewProps) {
  const { router } = useServices()
  const t = useScenarioWords()
  const calls = useScenarioCalls(session)
  const { list, failure, refresh } = useScenarios(session, calls)
  const isNew = open === 'new' || open.startsWith('new:')
  const show = (scenarios: string | undefined) => router.go({ ...route, scenarios })
  const isOwner = session.key() !== undefined
  return (
    <div className={style.view}>
      <header className={style.head}>
        <div className={style.line}>
          <h2 id="scenarios-title" className={style.title}>
            {t('scenarios.title')}
          </h2>
          <span className={style.buttons}>
            {isOwner && !isNew && (
              <Button icon="plus" onClick={() => show('new')}>
                {t('scenarios.new')}
              </Button>
            )}
            <IconButton icon="close" label={t('scenarios.close')} onClick={() => show(undefined)} />
          </span>
        </div>
        <p className={style.lead}>{t('scenarios.lead')}</p>
      </header>
      {failure !== null && <p role="alert">{t('scenarios.failed', { reason: failure })}</p>}
      <ScrollRegion label={t('scenarios.title')} className={style.scroll}>
        {isNew && isOwner && (
          <NewScenario
            key={open}
            calls={calls}
            seqs={seqsOf(open)}
            onSaved={async ({ id }) => {
              await refresh()
              router.go({ ...route, scenarios: id }, { replace: true })
            }}
            onCancel={() => show('')}
          />
        )}
        {list === null && failure === null && <output>{t('scenarios.loading')}</output>}
        {list?.length === 0 && !isNew && <p className={style.lead}>{t('scenarios.none')}</p>}
        {list?.map((info) => (
          <ScenarioCard
            key={info.id}
            session={session}
            route={route}
            info={info}
            calls={calls}
            isOpen={info.id === open || (list.length === 1 && !isNew)}
            onChanged={refresh}
          />
        ))}
      </ScrollRegion>
    </div>
  )
}

function seqsOf(open: string): number[] {
  const numbers = open.slice('new:'.length).split(',').map(Number)
  return numbers.filter((seq) => Number.isSafeInteger(seq) && seq > 0)
}
