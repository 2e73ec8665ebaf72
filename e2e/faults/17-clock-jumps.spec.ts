import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { held, newBin } from './held.ts'
import { needFaketime } from './needs.ts'
import { careless, pause, type ProgramOptions } from './program.ts'
import { expect, test, type Rig } from './rig.ts'
import { post, Sender, sendOnce } from './sender.ts'

/** Starts a program whose clock is turned at will, except the one that only ever ascends. */
async function startTurned(rig: Rig, options: Partial<ProgramOptions> = {}) {
  const file = join(rig.folder, 'clock')
  const turn = (offset: string) => writeFileSync(file, offset)
  const env = {
    LD_PRELOAD: needFaketime(),
    DONT_FAKE_MONOTONIC: '1',
    FAKETIME_NO_CACHE: '1',
    FAKETIME_TIMESTAMP_FILE: file,
  }
  turn('+0')
  const program = await rig.start({ env, ...options })
  const bin = await newBin(program.url)
  return { program, bin, turn }
}

/** Sends a request at each of several times. @returns what is shown then */
async function sendAtTimes(rig: Rig, options: Partial<ProgramOptions> = {}) {
  const { program, bin, turn } = await startTurned(rig, options)
  for (const offset of ['+0', '-3600', '+86400', '-7200', '+10y', '+0']) {
    turn(offset)
    await sendOnce(program.port, post(bin, '', offset))
  }
  turn('+10y')
  // The clock is looked at once a second for what is too old.
  await pause(2500)
  const shown = await held(program.url, bin)
  return { seqs: shown.map(({ seq }) => seq), times: shown.map((r) => r.receivedAt) }
}

test('when the clock jumps, the order stays and nothing expires at once', async ({ rig }) => {
  const { seqs, times } = await sendAtTimes(rig, { args: ['--ttl', '7d'] })
  expect(times.toSorted()).not.toEqual(times)
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6])
})

test('nothing expires at once where the server starts with a clock that is wrong', async ({
  rig,
}) => {
  const { program, bin, turn } = await startTurned(rig, { args: ['--ttl', '7d'] })
  await sendOnce(program.port, post(bin, '', 'body'))
  await program.stop()
  turn('+10y')
  const again = await rig.restart(program)
  await pause(2500)
  expect(await held(again.url, bin)).toHaveLength(1)
})

test('no request ends before it began', async ({ rig }) => {
  const { program, bin, turn } = await startTurned(rig)
  const sender = new Sender(program.port)
  const [head, body] = [post(bin, '', 'body').subarray(0, -4), Buffer.from('body')]
  const reply = sender.reply()
  sender.socket.write(head)
  await pause(200)
  turn('-3600')
  sender.socket.write(body)
  expect(await reply).toMatchObject({ status: 200, seq: 1 })
  const [request] = await held(program.url, bin)
  expect(Date.parse(request?.completedAt ?? '')).toBeGreaterThanOrEqual(
    Date.parse(request?.receivedAt ?? ''),
  )
})

test('control: a server that orders by time is caught', async ({ rig }) => {
  const { seqs } = await sendAtTimes(rig, { script: careless })
  expect(seqs).not.toEqual(seqs.toSorted((a, b) => a - b))
})
