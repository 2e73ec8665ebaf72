import { payloads } from '../corpora.ts'
import { exchange, lineOf, retarget, seenOf, startReference } from '../wire.ts'
import { cut, inParallel, printOf, sendPieces, settled } from './fuzz.ts'
import { newBin } from './held.ts'
import { keepAll } from './kill-rounds.ts'
import { mutate } from './mutate.ts'
import type { Program } from './program.ts'
import { seeded } from './random.ts'
import type { Rig } from './rig.ts'
import { post, sendOnce } from './sender.ts'

/** Raw messages of the corpus: one of so many. */
export function corpus(oneOf: number): Buffer[] {
  const files = payloads().filter(({ path }) => path.endsWith('.req'))
  return files.filter((_, index) => index % oneOf === 0).map((file) => file.bytes())
}

/** Sends a message whole, then split in two at each of its bytes. @returns what differs */
export async function splitEverywhere(program: Program, message: (bin: string) => string) {
  const wholeBin = await newBin(program.url)
  const splitBin = await newBin(program.url)
  const expected = await sendPieces(program.port, [Buffer.from(message(wholeBin))])
  const bytes = Buffer.from(message(splitBin))
  const splits = Array.from({ length: bytes.length - 1 }, (_, index) => [
    bytes.subarray(0, index + 1),
    bytes.subarray(index + 1),
  ])
  const answers = await inParallel(splits, (pieces) => sendPieces(program.port, pieces))
  const whole = (await settled(program.url, wholeBin)).map(printOf)
  const split = (await settled(program.url, splitBin)).map(printOf)
  return {
    splits: splits.length,
    captured: split.length / whole.length,
    otherAnswers: answers.filter((answer) => differs(answer, expected)).length,
    otherCaptures: split.filter((print) => !whole.includes(print)).length,
  }
}

/** Sends messages whole, and several times in random pieces. @returns what differs from the first */
export async function splitAtRandom(program: Program, messages: Buffer[], times: number) {
  const random = seeded(22)
  async function run(split: boolean) {
    const bin = await newBin(program.url)
    const aimed = messages.map((message, index) => retarget(message, `/bin/${bin}/${index}`))
    const pieces = aimed.map((message) => (split ? cut(message, random) : [message]))
    const answers = await inParallel(pieces, (all) => sendPieces(program.port, all))
    return { answers, captured: (await settled(program.url, bin)).map(printOf).sort() }
  }
  const expected = await run(false)
  const differences: string[] = []
  for (let time = 1; time <= times; time += 1) {
    const { answers, captured } = await run(true)
    answers.forEach((answer, index) => {
      if (differs(answer, expected.answers[index])) differences.push(`${index}: ${answer?.join()}`)
    })
    differences.push(...captured.filter((print) => !expected.captured.includes(print)))
    differences.push(...expected.captured.filter((print) => !captured.includes(print)))
  }
  return { captured: expected.captured.length, differences }
}

function differs(answer: number[] | null, expected: number[] | null | undefined): boolean {
  if (answer === null || answer.join() === expected?.join()) return false
  // Answered before the junk came for which the whole is refused; what is captured is the same.
  const isEarly = answer.join() === '200' && expected?.join() === '400'
  return !isEarly
}

/** Sends broken messages here and to a bare server. @returns requests that only one of them took */
export async function sendMutations(rig: Rig, bases: Buffer[], times: number) {
  const program = await rig.start({ args: keepAll })
  const bin = await newBin(program.url)
  const reference = await startReference()
  rig.later(() => reference.close())
  const random = seeded(times)
  const messages = Array.from({ length: times }, () => bases)
    .flat()
    .map((message, index) => mutate(retarget(message, `/bin/${bin}/${index}`), random))
  await inParallel(messages, (message) => exchange(reference.port, message))
  await inParallel(messages, (message) => sendPieces(program.port, [message]))
  const here = (await settled(program.url, bin)).filter(({ flags }) => !flags.includes('aborted'))
  const seen = here.map((request) => lineOf(seenOf(request)))
  const expected = reference.seen
    .filter((one) => one.complete && isFor(bin, one.target))
    .map(lineOf)
  const after = await sendOnce(program.port, post(bin, 'after', 'body'))
  return {
    sent: messages.length,
    captured: seen.length,
    onlyReference: expected.filter((line) => !seen.includes(line)),
    onlyHere: seen.filter((line) => !expected.includes(line)),
    alive: after?.status,
    output: program.output,
  }
}

function isFor(bin: string, target: string): boolean {
  return new RegExp(`^([a-z][a-z0-9+.-]*://[^/?#]*)?/bin/${bin}([/?#]|$)`, 'i').test(target)
}
