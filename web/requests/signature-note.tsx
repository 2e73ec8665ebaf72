import type { RequestDetail, SignatureResult } from '../../shared/request.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { useSay } from '../words/messages/use-say.ts'
import { useWords } from '../words/use-words.ts'
import style from './signature-note.module.css'

const tones: Record<SignatureResult['status'], Tone> = {
  valid: 'good',
  'valid-normalized': 'good',
  invalid: 'bad',
  missing: 'warn',
  unchecked: 'plain',
}

/** Whether the signature of an account webhook holds; nothing where none was to be checked. */
export function SignatureNote({ request }: { request: RequestDetail }) {
  const { t } = useWords()
  const say = useSay()
  const { status, cause } = request.signature
  // Only account webhooks are signed: none is missed on anything else.
  const isMissed = status !== 'missing' || request.event?.family === 'account'
  if (status === 'unchecked' || !isMissed) return null
  return (
    <p className={style.line}>
      <Badge tone={tones[status]} icon={tones[status] === 'good' ? 'shield' : 'alert'}>
        {t(`signature.${status}`)}
      </Badge>
      {cause && <span>{say(cause)}</span>}
    </p>
  )
}
