import { addressOf } from '../../shared/operations.ts'
import type { ListQuery, RequestList } from '../../shared/request-list.ts'
import type { Bin } from '../../shared/bin.ts'
import type { Client } from '../../shared/client.ts'

/** Reads one bin. */
export type BinReader = {
  bin(): Promise<Bin>
  list(query: ListQuery): Promise<RequestList>
  /** Path of the live stream from after a sequence number. */
  livePath(after: number): string
}

/** Rows that are fetched at once. */
const pageSize = 200

/** @param key the owner key, where this browser has it: private bins want it */
export function createBinReader(
  client: Client,
  id: string,
  key: () => string | undefined,
): BinReader {
  return {
    bin: () => client('readBin', { params: { id }, key: key() }),
    list({ q, ...query }) {
      const search = q === undefined || q === '' ? {} : { q }
      const all = { limit: pageSize, ...query, ...search }
      return client('listRequests', { params: { id }, query: all, key: key() })
    },
    livePath: (after) => `${addressOf('readBin', { id })}/live?after=${after}`,
  }
}
