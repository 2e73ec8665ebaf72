import { visibleText } from '../json/visible.ts'
import { LineFold } from '../ui/line-fold.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useTeamWords } from '../words/team/use-team-words.ts'
import style from './team.module.css'

/** What the owner says of the bin to all who see it; on a narrow window its beginning, which unfolds. */
export function BinNote({ note }: { note: string }) {
  const t = useTeamWords()
  const isNarrow = useMedia(narrowWindow)
  const title = t('note.title')
  const lines = note.split('\n').map(visibleText)
  const whole = (
    <ScrollRegion label={title} className={style.note}>
      {lines.join('\n')}
    </ScrollRegion>
  )
  if (!isNarrow) return whole
  return (
    <div className={style.foldedNote}>
      <LineFold icon="note" line={lines.join(' ')} title={title}>
        {whole}
      </LineFold>
    </div>
  )
}
