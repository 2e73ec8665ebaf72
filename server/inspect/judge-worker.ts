import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { judgeBatch, type JudgeBatch } from './judge-batch.ts'

// Of this thread alone, which only Linux knows: where cores are few, captures go first.
if (process.platform === 'linux') setPriority(10)

/** The thread in which requests are judged, so that captures never wait for it: a batch a message. */
parentPort?.on('message', (batch: JudgeBatch) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(judgeBatch(batch))
})
