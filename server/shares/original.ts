import type { Inspector } from '../inspect/inspector.ts'
import type { StoredEntry } from '../store/store.ts'

/** What a request tells as it came: to be said of it also where parts of it are hidden. */
export async function inspectedOriginal(inspector: Inspector, entry: StoredEntry) {
  const { verdict, source } = await inspector.summary(entry)
  const subject = await inspector.subject(entry)
  return { judged: verdict, source, signature: subject.signature }
}
