import { practice } from './practice.ts'
import { answerTo, type Asked } from './worker-messages.ts'

let hasRead = false

// Reads long bodies away from the page's own thread.
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  hasRead = true
  const { answer, transfer } = answerTo(data)
  postMessage(answer, { transfer })
})

void practice(() => hasRead)
