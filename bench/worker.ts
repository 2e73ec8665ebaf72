import { fork } from 'node:child_process'
import { join } from 'node:path'

type Answer = { result: unknown } | { error: string }

/** A process that does one job after the other. */
export type Worker<Job, Result> = {
  ask: (job: Job) => Promise<Result>
  stop: () => void
}

/** Starts a bundle whose module calls `answerJobs`, with the same types. */
export function startWorker<Job extends object, Result>(name: string): Worker<Job, Result> {
  const child = fork(join(import.meta.dirname, `${name}.js`), { serialization: 'advanced' })
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        const died = () => reject(new Error(`The process "${name}" ended in the middle of a job.`))
        child.once('exit', died)
        child.once('message', (answer: Answer) => {
          child.off('exit', died)
          if ('error' in answer) reject(new Error(answer.error))
          // The two sides are typed alike: see above.
          else resolve(answer.result as Result)
        })
        child.send(job)
      }),
    stop: () => child.disconnect(),
  }
}

/** In the process itself: does the jobs it is sent, until nobody sends any more. */
export function answerJobs(work: (job: unknown) => Promise<unknown>): void {
  process.on('message', (job) => {
    work(job).then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
}
