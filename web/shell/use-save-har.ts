import { seqSearch } from '../../shared/search/seqs.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from './services.ts'
import { saveFile } from '../ui/save-file.ts'
import { useActions } from './use-actions.ts'

/** Saves some requests of a bin as an HTTP Archive. */
export function useSaveHar(session: BinSession): (seqs: readonly number[]) => void {
  const { client } = useServices()
  const { run } = useActions(session)
  const save = async (seqs: readonly number[]) => {
    const bytes = await client('exportRequests', {
      params: { id: session.id },
      query: { format: 'har', q: seqSearch(seqs) },
      key: session.key(),
    })
    saveFile(bytes, `${session.id}-${seqs.length === 1 ? seqs[0] : `${seqs.length}-requests`}.har`)
  }
  return (seqs) => void run(save(seqs))
}
