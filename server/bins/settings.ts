import { defaultReply, type BinReply } from '../../shared/bin.ts'
import type { ChangeBinInput } from '../../shared/input.ts'
import { HttpProblem } from '../http/problem.ts'
import { InvalidReply } from '../replies/invalid.ts'
import { readReply } from '../replies/settings.ts'
import type { BinRecord } from '../store/store.ts'
import { lifeFrom } from '../http/life.ts'

type Settings = Pick<BinRecord, 'name' | 'note' | 'visibility' | 'secret' | 'reply' | 'expiresAt'>

/**
 * What an input changes of a bin's settings; what it leaves out stays as it is.
 * @throws HttpProblem `invalid-input`
 */
export function readSettings(input: ChangeBinInput, now: number, reply?: BinReply) {
  const { name, note, visibility, secret, ttl } = input
  const life = ttl === undefined ? undefined : lifeFrom(ttl)
  const change: Partial<Settings> = {
    ...(name !== undefined && { name }),
    ...(note !== undefined && { note }),
    ...(visibility !== undefined && { visibility }),
    ...(secret !== undefined && { secret: secret === '' ? null : secret }),
    ...(input.reply !== undefined && { reply: replyFrom(input.reply, reply) }),
    ...(life !== undefined && { expiresAt: life === null ? null : now + life }),
  }
  return change
}

function replyFrom(input: unknown, base: BinReply | undefined): BinReply {
  if (input === null) return defaultReply
  try {
    return readReply(input, base)
  } catch (error) {
    if (!(error instanceof InvalidReply)) throw error
    const pointer = `/reply${error.pointer}`
    throw new HttpProblem('invalid-input', `${pointer}: ${error.message}`, {
      pointer,
      cause: error,
    })
  }
}
