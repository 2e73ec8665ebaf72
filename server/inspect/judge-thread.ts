import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Label } from '../../shared/events/verdict.ts'
import type { JudgeBatch, Judged } from './judge-batch.ts'

/** Judges away from the thread that captures. */
export type JudgeThread = {
  /** Takes the bytes of the bodies with it. @returns `null` where the thread is no more */
  judge: (batch: JudgeBatch) => Promise<Judged[] | null>
  close: () => Promise<void>
}

type Waiting = (judged: Judged[] | null) => void

/**
 * Starts the thread. Whoever asks it works on without it should it fail: judging is done in the
 * asker's thread then, as it is where there are too few requests to be worth the way.
 */
export function startJudgeThread(log: Logger): JudgeThread {
  // Only what is built runs there: the build puts all parts of the server into one folder.
  const worker = new Worker(new URL('./judge-worker.js', import.meta.url))
  // Answers come in the order of the questions.
  const waiting: Waiting[] = []
  const labels = new Map<string, Label>()
  let isOver = false
  const end = () => {
    isOver = true
    for (const tell of waiting.splice(0)) tell(null)
  }
  worker.unref()
  worker.on('message', (judged: Judged[]) => {
    for (const { outline } of judged) {
      for (const event of outline.events) event.label = sharedLabel(labels, event.label)
    }
    waiting.shift()?.(judged)
  })
  worker.on('error', (error) => log.error({ err: error }, 'judging goes on in the main thread'))
  worker.on('exit', end)

  return {
    judge(batch) {
      if (isOver) return Promise.resolve(null)
      return new Promise((resolve) => {
        waiting.push(resolve)
        worker.postMessage(batch, [batch.bodies.buffer])
      })
    },
    async close() {
      end()
      await worker.terminate()
    },
  }
}

/** One object for each of the few labels there are: every message brings copies of its own. */
function sharedLabel(labels: Map<string, Label>, label: Label): Label {
  const known = labels.get(label.en)
  if (known) return known
  labels.set(label.en, label)
  return label
}
