import type { BinSession } from '../model/bin-session.ts'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { useStore } from '../ui/use-store.ts'
import { useSendingWords } from '../words/sending/use-sending-words.ts'
import style from './sending.module.css'

/** Which requests are played back: some by their numbers, or all from one to another. */
export type Range = { seqs: number[] } | { from: number; until: number }

type PlaybackRangeProps = {
  session: BinSession
  range: Range
  onChange: (range: Range) => void
}

export function PlaybackRange({ session, range, onChange }: PlaybackRangeProps) {
  const t = useSendingWords()
  const { seqs } = useStore(session.selection)
  const latest = session.state.get().bin?.latest ?? 1
  const isRange = !('seqs' in range)
  const choose = (which: string) =>
    onChange(which === 'selected' ? { seqs: [...seqs] } : { from: 1, until: Math.max(1, latest) })
  return (
    <>
      {seqs.length > 0 && (
        <Field label={t('playback.which')}>
          {(control) => (
            <Select
              {...control}
              value={isRange ? 'range' : 'selected'}
              onChange={({ target }) => choose(target.value)}
            >
              <option value="selected">{t('playback.selected', { n: seqs.length })}</option>
              <option value="range">{t('playback.range')}</option>
            </Select>
          )}
        </Field>
      )}
      {isRange && (
        <div className={style.pair}>
          {(['from', 'until'] as const).map((end) => (
            <Field key={end} label={t(`playback.${end}`)}>
              {(control) => (
                <TextInput
                  {...control}
                  type="number"
                  min={1}
                  value={range[end]}
                  onChange={({ target }) =>
                    onChange({ ...range, [end]: Math.max(1, Math.trunc(Number(target.value))) })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  )
}
