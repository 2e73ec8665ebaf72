import { pino } from 'pino'
import { expect, test } from 'vitest'
import { startJudgeThread } from './judge-thread.ts'

test('a thread that cannot run says so in the log, and answers that it judges nothing', async () => {
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => lines.push(line) })
  // Beside the sources there is nothing that was built for it.
  const thread = startJudgeThread(log)
  const batch = () => ({ requests: [], bodies: new Uint8Array(0) })
  expect(await thread.judge(batch())).toBeNull()
  expect(await thread.judge(batch())).toBeNull()
  expect(lines).toEqual([expect.stringContaining('judging goes on in the main thread')])
  await thread.close()
})
