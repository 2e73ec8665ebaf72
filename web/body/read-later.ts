import { readBytes, type ReadAs, type Reading } from './reading.ts'
import { readingOf, type Answer, type Asked } from './worker-messages.ts'
// oxlint-disable-next-line import/default -- made by the bundler
import workerUrl from './body-worker.ts?worker&url'

type Policy = { createScriptURL(url: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

/** The worker that stands ready, if one does. */
let ready: Worker | null = null

/** Starts the worker ahead of time: it takes longer to begin than most bodies take to be read. */
export function warmUp(): void {
  ready ??= startWorker()
}

/** A reading with the bytes it was made of: those handed in are not there any more. */
export type ReadBytes = { bytes: Uint8Array; reading: Reading }

/** Reads a body in a worker, or here where the page may not start one. */
export function readLater(
  bytes: Uint8Array,
  contentType: string | null,
  as: ReadAs,
  signal: AbortSignal,
): Promise<ReadBytes> {
  const worker = ready ?? startWorker()
  ready = null
  if (!worker) return Promise.resolve({ bytes, reading: readBytes(bytes, contentType, as) })
  return new Promise<ReadBytes>((resolve, reject) => {
    const give = () => worker.terminate()
    signal.addEventListener('abort', give)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      signal.removeEventListener('abort', give)
      // It has nothing to do: the next body need not wait for another one to start.
      if (ready) worker.terminate()
      else ready = worker
      resolve({ bytes: data.bytes, reading: readingOf(data) })
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message))
    }
    const question: Asked = { bytes, contentType, as }
    worker.postMessage(question, [bytes.buffer])
  })
}

function startWorker(): Worker | null {
  try {
    return new Worker(trusted(workerUrl), { type: 'module' })
  } catch {
    // Forbidden by the policy of a proxy in between.
    return null
  }
}

let policy: Policy | undefined

/** The only address that this page makes a script of, and one that no request has a part in. */
function trusted(url: string): string {
  // Not every browser has it, and TypeScript's library not yet.
  const { trustedTypes } = window as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy('binspect-worker', { createScriptURL: () => workerUrl })
  return policy?.createScriptURL(url) ?? url
}
