import type { IncomingMessage } from 'node:http'
import type { Connection } from './connection.ts'
import { headerOf } from './raw-headers.ts'
import { isAfterLast, isCutOff, refusals, type Refusal } from './refusals.ts'

/**
 * Where bytes that cannot be read stand, seen from the newest request of their connection:
 * - `body`: in its body;
 * - `tail`: behind a request that announces no body, so that they may be just that, or that said it
 *   would be the last. Such a request is whole, and refused all the same;
 * - `upgrade`: behind a request for another protocol, in which they may be right;
 * - `behind`: on their own.
 */
type Place = 'body' | 'tail' | 'upgrade' | 'behind'

/** Bytes that cannot be read, and what follows from that. */
export type Failure = {
  place: Place
  refusal: Refusal
  /** The request that the refusal answers; `null` where it answers what came on its own. */
  answers: IncomingMessage | null
  /** The newest request has the head of its reply: the refusal cannot take that reply's place. */
  isLate: boolean
  /** The sender is told nothing. */
  isSilent: boolean
}

/** @param general the refusal that says what the parser said */
export function failureOf(connection: Connection, error: Error, general: Refusal): Failure {
  const { request, reply } = connection
  const place = placeOf(connection, error)
  const isTail = place === 'tail'
  const isRefused = reply !== null && connection.refusal === reply
  const isLate = reply?.headersSent === true && (place === 'body' || isRefused)
  return {
    place,
    refusal: isTail && !isAfterLast(error) ? refusals.unannounced : general,
    answers: isTail || place === 'body' ? request : null,
    isLate,
    isSilent: place === 'upgrade' || (isLate && (isCutOff(error) || !isRefused)),
  }
}

function placeOf({ request, undecided, isUpgrade }: Connection, error: Error): Place {
  if (request === null) return 'behind'
  if (!request.complete) return 'body'
  if (isUpgrade) return 'upgrade'
  const isTail = isAfterLast(error) || !announcesBody(request)
  return isTail && undecided === request ? 'tail' : 'behind'
}

function announcesBody({ rawHeaders }: IncomingMessage): boolean {
  const names = ['content-length', 'transfer-encoding']
  return names.some((name) => headerOf(rawHeaders, name) !== undefined)
}
