import type { ExportFormat } from '../../shared/request-list.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useActions } from '../shell/use-actions.ts'
import { useServices } from '../shell/services.ts'
import { saveFile } from '../ui/save-file.ts'

export const exportFormats = ['json', 'ndjson', 'har', 'curl'] as const satisfies ExportFormat[]

/** Saves all requests of a bin that match the search, as a file. */
export function useExport(session: BinSession): (format: ExportFormat) => void {
  const { client } = useServices()
  const { run } = useActions(session)
  const save = async (format: ExportFormat) => {
    const { q } = session.state.get()
    const bytes = await client('exportRequests', {
      params: { id: session.id },
      query: q === '' ? { format } : { format, q },
      key: session.key(),
    })
    saveFile(bytes, `${session.id}.${format === 'curl' ? 'sh' : format}`)
  }
  return (format) => void run(save(format))
}
