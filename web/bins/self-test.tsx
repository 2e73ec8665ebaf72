import type { Knock, SelfTest as Result } from '../../shared/knock.ts'
import type { BinSession } from '../model/bin-session.ts'
import { testBin } from '../model/self-test.ts'
import { useServices } from '../shell/services.ts'
import { useActions } from '../shell/use-actions.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useStore } from '../ui/use-store.ts'
import { WholeOptions } from '../ui/whole-options.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import style from './self-test.module.css'

/** Whether what is sent to the bin gets there, and from there to this page; for its owner. */
export function SelfTest({ session }: { session: BinSession }) {
  const { client } = useServices()
  const { t } = useBinWords()
  const { actions } = useActions(session)
  const test = useStore(session.selfTest)
  const key = session.key()
  if (!actions || key === undefined) return null
  const run = async () => {
    const { id, state } = session
    session.selfTest.set({ status: 'running', after: state.get().inbox.latest })
    session.selfTest.set(
      await testBin({ client, id, key, state, remove: (seq) => actions.remove(seq) }),
    )
  }
  const isRunning = test.status === 'running'
  return (
    <section className={style.test} aria-label={t('selfTest.title')}>
      <div className={style.line}>
        <Button icon="circleCheck" disabled={isRunning} onClick={() => void run()}>
          {t(isRunning ? 'selfTest.running' : 'selfTest.run')}
        </Button>
        <span className={style.quiet}>{t('selfTest.hint')}</span>
      </div>
      <output>
        {test.status === 'failed' && t('action.failed', { reason: test.reason })}
        {test.status === 'done' && <Steps result={test.result} isHeard={test.isHeard} />}
      </output>
    </section>
  )
}

function Steps({ result, isHeard }: { result: Result; isHeard: boolean }) {
  const { t } = useBinWords()
  const { loopback, publicUrl } = result
  return (
    <ul className={style.steps}>
      <KnockStep label={t('selfTest.loopback')} knock={loopback} />
      <Step
        label={t('selfTest.live')}
        isGood={isHeard}
        text={t(isHeard ? 'selfTest.heard' : 'selfTest.unheard')}
      />
      {publicUrl ? (
        <KnockStep label={t('selfTest.public')} knock={publicUrl} />
      ) : (
        <Step label={t('selfTest.public')} isGood={null} text={t('selfTest.noPublic')} />
      )}
    </ul>
  )
}

function KnockStep({ label, knock }: { label: string; knock: Knock }) {
  const { t, format } = useBinWords()
  const { url, status, seq, failure, ms } = knock
  const text =
    status === null
      ? t('selfTest.failed', { url, reason: failure ?? '' })
      : t(seq === null ? 'selfTest.lost' : 'selfTest.arrived', {
          url,
          status: String(status),
          time: format.duration(ms),
        })
  return <Step label={label} isGood={seq !== null} text={text} />
}

/** @param isGood `null` where it was not tried */
function Step(props: { label: string; isGood: boolean | null; text: string }) {
  const { label, isGood, text } = props
  const tone = isGood === null ? 'quiet' : isGood ? 'good' : 'bad'
  return (
    <li className={style.step}>
      <span className={style[tone]}>
        <Icon name={isGood === null ? 'circleMinus' : isGood ? 'circleCheck' : 'octagon'} />
      </span>
      <span>
        <b className={style.label}>{label}</b> <WholeOptions text={text} />
      </span>
    </li>
  )
}
