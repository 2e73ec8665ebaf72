import type { BinSession } from '../model/bin-session.ts'
import { Button } from '../ui/button.tsx'
import { usePart } from '../ui/use-store.ts'
import { useTeamWords } from '../words/team/use-team-words.ts'

/** How many others look at the bin just now; nothing while nobody does. */
export function OthersButton({ session, onOpen }: { session: BinSession; onOpen: () => void }) {
  const t = useTeamWords()
  const n = usePart(session.state, ({ viewers }) => viewers.others)
  if (n === 0) return null
  const label = t('others.count', { n })
  return (
    <Button look="quiet" icon="people" aria-label={label} title={label} onClick={onOpen}>
      {n}
    </Button>
  )
}
