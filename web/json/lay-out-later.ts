import { layOut, type LaidOut, type LaidOutMessage } from './laid-out.ts'
// oxlint-disable-next-line import/default -- made by the bundler
import workerUrl from './layout-worker.ts?worker&url'

type Policy = { createScriptURL(url: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

/** Lays a large text out in a worker, or here where the page may not start one. */
export function layOutLater(text: string, signal: AbortSignal): Promise<LaidOut> {
  const worker = startWorker()
  if (!worker) return Promise.resolve(layOut(text))
  return new Promise<LaidOut>((resolve, reject) => {
    signal.addEventListener('abort', () => worker.terminate())
    worker.onmessage = ({ data }: MessageEvent<LaidOutMessage>) => {
      worker.terminate()
      resolve({ doc: { ...data.doc, text }, lines: data.lines })
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message))
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(text)
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
