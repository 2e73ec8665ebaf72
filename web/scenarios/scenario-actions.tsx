import type { GoldenComparison } from '../../shared/scenario/golden.ts'
import type { ScenarioInfo } from '../../shared/scenario/kept.ts'
import type { ScenarioResult } from '../../shared/scenario/result.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useActions } from '../shell/use-actions.ts'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import type { ScenarioCalls } from './scenario-calls.ts'
import style from './scenarios.module.css'

type ScenarioActionsProps = {
  session: BinSession
  info: ScenarioInfo
  calls: ScenarioCalls
  onChanged: () => Promise<void>
  onEdit: () => void
  /** Lets go of what was asked for by hand. */
  forget: () => void
  setHistory: (result: ScenarioResult) => void
  setComparison: (comparison: GoldenComparison) => void
}

/** What can be done with a scenario; without the owner key, only reading. */
export function ScenarioActions(props: ScenarioActionsProps) {
  const { session, info, calls, onEdit, setHistory, setComparison } = props
  const t = useScenarioWords()
  const { run } = useActions(session)
  const isOwner = session.key() !== undefined
  // A share that hides values can judge no others.
  const isHidden = useServices().isShared && info.text === ''
  const { id, golden } = info
  const act = useAct(props)
  const isArmed = info.run?.endedAt === null
  return (
    <div className={style.buttons}>
      {isOwner && (
        <Button look={isArmed ? 'plain' : 'primary'} onClick={() => void act(calls.arm(id))}>
          {t(info.run ? 'scenario.armAgain' : 'scenario.arm')}
        </Button>
      )}
      {isOwner && isArmed && (
        <Button onClick={() => void act(calls.disarm(id))}>{t('scenario.disarm')}</Button>
      )}
      {!isHidden && (
        <Button onClick={() => void run(calls.history(id).then(setHistory))}>
          {t('scenario.history')}
        </Button>
      )}
      {isOwner && info.result?.state === 'passed' && (
        <Button onClick={() => void act(calls.saveGolden(id), t('golden.saved'))}>
          {t('golden.save')}
        </Button>
      )}
      {!isHidden && golden && info.run && (
        <Button onClick={() => void run(calls.compareGolden(id).then(setComparison))}>
          {t('golden.compare')}
        </Button>
      )}
      {isOwner && (
        <>
          <Button onClick={onEdit}>{t('scenario.edit')}</Button>
          <Button
            look="quiet"
            icon="trash"
            onClick={() => void act(calls.remove(id), t('scenario.removed', { name: info.name }))}
          >
            {t('scenario.remove')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Does something to the scenario, and shows it as it then stands. */
function useAct({ session, onChanged, forget }: ScenarioActionsProps) {
  const { run } = useActions(session)
  return async (call: Promise<unknown>, done?: string) => {
    const isDone = await run(call, done)
    if (!isDone) return
    forget()
    await onChanged()
  }
}
