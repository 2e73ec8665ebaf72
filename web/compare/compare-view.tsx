import { useMemo, useState } from 'react'
import { differencesBetween } from '../../shared/attempts/attempts.ts'
import { compareJson } from '../../shared/compare/compare-json.ts'
import { compareLines } from '../../shared/compare/compare-lines.ts'
import { parseJson } from '../../shared/json/parse.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { Link } from '../shell/link.tsx'
import type { BinSession } from '../model/bin-session.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { AsideFrame } from '../ui/aside-frame.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/field.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useWords } from '../words/use-words.ts'
import { useSideBySideWords } from '../words/side-by-side/use-side-by-side-words.ts'
import { ChangeTable } from './change-table.tsx'
import { HeaderChanges } from './header-changes.tsx'
import { LineChanges } from './line-changes.tsx'
import { useRequests } from './use-requests.ts'
import style from './compare.module.css'

type CompareViewProps = { session: BinSession; route: BinRoute; seqs: readonly number[] }

/** Two requests: what of the second is not as in the first. */
export function CompareView({ session, route, seqs }: CompareViewProps) {
  const { router } = useServices()
  const { t } = useWords()
  const say = useSideBySideWords()
  const [masked, setMasked] = useState(true)
  const state = useRequests(session, seqs)
  const [first = 0, second = 0] = seqs
  const swap = () =>
    router.go({ ...route, aside: { view: 'compare', seqs: [second, first] } }, { replace: true })
  return (
    <AsideFrame
      title={say('compare.title', { first: String(first), second: String(second) })}
      lead={say('compare.lead')}
      closeLabel={say('compare.close')}
      onClose={() => router.go({ ...route, aside: undefined })}
      tools={
        <>
          <Checkbox
            label={say('compare.mask')}
            checked={masked}
            onChange={({ target }) => setMasked(target.checked)}
          />
          <Button look="quiet" onClick={swap}>
            {say('compare.swap')}
          </Button>
          {seqs.map((seq) => (
            <Link key={seq} to={{ ...route, seq, aside: undefined }}>
              {t('request.title', { seq: String(seq) })}
            </Link>
          ))}
        </>
      }
    >
      {state.status === 'loading' && <output>{say('compare.loading')}</output>}
      {state.status === 'failed' && <p role="alert">{state.message}</p>}
      {state.status === 'ready' && <Pair requests={state.requests} masked={masked} />}
    </AsideFrame>
  )
}

function Pair({ requests, masked }: { requests: RequestDetail[]; masked: boolean }) {
  const say = useSideBySideWords()
  const [first, second] = requests
  const headers = useMemo(
    () => (first && second ? differencesBetween(headOf(first), headOf(second)).headers : []),
    [first, second],
  )
  if (!first || !second) return null
  return (
    <ScrollRegion className={style.scroll} label={say('compare.differences')}>
      <h3 className={style.heading}>{say('compare.body')}</h3>
      <Bodies first={first} second={second} masked={masked} />
      <h3 className={style.heading}>{say('compare.headers')}</h3>
      <HeaderChanges changes={headers} />
    </ScrollRegion>
  )
}

type BodiesProps = { first: RequestDetail; second: RequestDetail; masked: boolean }

function Bodies({ first, second, masked }: BodiesProps) {
  const say = useSideBySideWords()
  const [a, b] = [first.body.text, second.body.text]
  const isSame = first.body.sha256 === second.body.sha256
  const changes = useMemo(
    () => (a === undefined || b === undefined ? null : compareJson(parseJson(a), parseJson(b))),
    [a, b],
  )
  const lines = useMemo(
    () => (changes || a === undefined || b === undefined ? [] : compareLines(a, b)),
    [changes, a, b],
  )
  if (isSame) return <p className={style.note}>{say('compare.sameBody')}</p>
  if (a === undefined || b === undefined)
    return <p className={style.note}>{say('compare.noText')}</p>
  return changes ? <ChangeTable changes={changes} masked={masked} /> : <LineChanges lines={lines} />
}

function headOf({ seq, receivedAt, rawHeaders, body }: RequestDetail) {
  return { seq, receivedAt: Date.parse(receivedAt), rawHeaders, sha256: body.sha256 }
}
