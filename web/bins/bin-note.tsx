import { visibleText } from '../json/visible.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useTeamWords } from '../words/team/use-team-words.ts'
import style from './team.module.css'

/** What the owner says of the bin to all who see it. */
export function BinNote({ note }: { note: string }) {
  const t = useTeamWords()
  return (
    <ScrollRegion label={t('note.title')} className={style.note}>
      {note.split('\n').map(visibleText).join('\n')}
    </ScrollRegion>
  )
}
