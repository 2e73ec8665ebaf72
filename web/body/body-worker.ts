import { practice } from './practice.ts'
import { answerTo, type Asked } from './worker-messages.ts'

// Reads long bodies away from the page's own thread.
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { answer, transfer } = answerTo(data)
  postMessage(answer, { transfer })
})

practice()
