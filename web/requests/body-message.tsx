import type { RequestDetail } from '../../shared/request.ts'
import type { BodyState } from '../body/use-body.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { useWords } from '../words/use-words.ts'
import { BodyBar } from './body-bar.tsx'
import style from './tabs.module.css'

type BodyMessageProps = {
  session: BinSession
  request: RequestDetail
  /** `null`: the body is empty, or so large that it is not fetched to be looked at. */
  state: Exclude<BodyState, { status: 'ready' }> | null
}

/** Why no body is shown (yet), with what can be done instead. */
export function BodyMessage({ session, request, state }: BodyMessageProps) {
  const { t, format } = useWords()
  const say = useBodyWords()
  const { size, withheld } = request.body
  if (withheld) return <p className={style.empty}>{say(`withheld.${withheld}`)}</p>
  if (size === 0) return <p className={style.empty}>{t('body.none')}</p>
  if (state?.status === 'reading') {
    return <output className={style.empty}>{t('body.reading')}</output>
  }
  const text = state
    ? say('body.failed', { reason: state.message })
    : say('body.tooLarge', { size: format.bytes(size) })
  return (
    <>
      <BodyBar session={session} request={request} />
      <p className={style.empty}>{text}</p>
    </>
  )
}
