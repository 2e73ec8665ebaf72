import { defaultReply, type BinReply, type FixedReply, type ReplyStep } from '../../shared/bin.ts'
import { readHeaders } from './headers.ts'
import { InvalidReply } from './invalid.ts'
import { replyOfStatus } from './status.ts'

const maxBodyBytes = 1024 * 1024
const maxDelay = 60_000
const maxSteps = 1000
const fixedFields = ['status', 'headers', 'body', 'delay']
const ways = new Set<unknown>(['timeout', 'reset', 'slow'])

type Fields = Record<string, unknown>

/**
 * Reads the settings of a reply as people write them; what is left out stays as in `base`.
 * @throws InvalidReply with the pointer of the part that cannot be used, and why
 */
export function readReply(input: unknown, base: BinReply = defaultReply): BinReply {
  const settings = readFields(input, '', [...fixedFields, 'cors', 'sequence'])
  const fixed = readFixed(settings, '', base)
  return {
    ...fixed,
    cors: settings.cors === undefined ? base.cors : readSwitch(settings.cors, '/cors'),
    sequence:
      settings.sequence === undefined ? base.sequence : readSequence(settings.sequence, fixed),
  }
}

function readFixed(settings: Fields, pointer: string, base: FixedReply): FixedReply {
  const { status, headers, body, delay } = settings
  return {
    status: status === undefined ? base.status : readStatus(status, `${pointer}/status`),
    headers: headers === undefined ? base.headers : readHeaders(headers, `${pointer}/headers`),
    body: body === undefined ? base.body : readBody(body, `${pointer}/body`),
    delay: delay === undefined ? base.delay : readDelay(delay, `${pointer}/delay`),
  }
}

function readSequence(input: unknown, fixed: FixedReply): ReplyStep[] {
  if (!Array.isArray(input)) {
    throw new InvalidReply('/sequence', 'A sequence is a list, such as [500, 500, 200].')
  }
  if (input.length > maxSteps) {
    throw new InvalidReply('/sequence', `At most ${maxSteps} steps, not ${input.length}.`)
  }
  return input.map((step: unknown, index) => readStep(step, `/sequence/${index}`, fixed))
}

function readStep(step: unknown, pointer: string, fixed: FixedReply): ReplyStep {
  if (typeof step === 'number') return readStatus(step, pointer)
  if (isWay(step)) return step
  if (typeof step !== 'object') {
    throw new InvalidReply(
      pointer,
      'A step is a status, "timeout", "reset", "slow", or a reply of its own.',
    )
  }
  const settings = readFields(step, pointer, fixedFields)
  const status =
    settings.status === undefined ? fixed.status : readStatus(settings.status, `${pointer}/status`)
  return readFixed(settings, pointer, replyOfStatus(status, fixed))
}

function isWay(step: unknown): step is 'timeout' | 'reset' | 'slow' {
  return ways.has(step)
}

function readFields(input: unknown, pointer: string, known: string[]): Fields {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InvalidReply(pointer, 'A reply is an object, such as {"status": 503}.')
  }
  const unknown = Object.keys(input).find((key) => !known.includes(key))
  if (unknown !== undefined) {
    throw new InvalidReply(
      `${pointer}/${unknown}`,
      `A reply has no ${JSON.stringify(unknown)}; it has ${known.join(', ')}.`,
    )
  }
  return { ...input }
}

function readStatus(input: unknown, pointer: string): number {
  if (isWithin(input, 200, 599)) return input
  throw new InvalidReply(pointer, 'A status is a whole number from 200 to 599.')
}

function readDelay(input: unknown, pointer: string): number {
  if (isWithin(input, 0, maxDelay)) return input
  throw new InvalidReply(pointer, `A delay is 0 to ${maxDelay} milliseconds.`)
}

function isWithin(input: unknown, low: number, high: number): input is number {
  return typeof input === 'number' && Number.isInteger(input) && input >= low && input <= high
}

function readBody(input: unknown, pointer: string): string {
  if (typeof input !== 'string') throw new InvalidReply(pointer, 'The body of a reply is a text.')
  if (Buffer.byteLength(input) <= maxBodyBytes) return input
  throw new InvalidReply(pointer, `The body of a reply may take ${maxBodyBytes} bytes.`)
}

function readSwitch(input: unknown, pointer: string): boolean {
  if (typeof input === 'boolean') return input
  throw new InvalidReply(pointer, 'CORS is switched on or off: true or false.')
}
