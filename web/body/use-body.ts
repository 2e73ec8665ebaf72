import { useEffect, useMemo, useState } from 'react'
import type { Client } from '../../shared/client.ts'
import type { RequestDetail } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { readOptions } from '../model/read-options.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { readLater } from './read-later.ts'
import { readText, type ReadAs, type Reading } from './reading.ts'

/** How a body is wanted; `asSent`: with its content encoding on. */
export type BodyWish = { as: ReadAs; asSent: boolean }

export type BodyState =
  | { status: 'reading' }
  | { status: 'failed'; message: string }
  /** `bytes` is `null` where the text came with the request: they are its UTF-8. */
  | { status: 'ready'; reading: Reading; bytes: Uint8Array | null }

/** The body of a request, fetched and read; what came with the request is there at once. */
export function useBody(session: BinSession, request: RequestDetail, wish: BodyWish): BodyState {
  const { client } = useServices()
  const { as, asSent } = wish
  const { contentType } = request
  const inline = inlineText(request, asSent)
  const here = useMemo<BodyState | null>(
    () =>
      inline === null
        ? null
        : { status: 'ready', reading: readText(inline, contentType, as), bytes: null },
    [inline, contentType, as],
  )
  const [there, setThere] = useState<{ of: string; state: BodyState } | null>(null)
  const of = `${request.seq} ${as} ${asSent}`
  useEffect(() => {
    if (here) return undefined
    const stop = new AbortController()
    const show = (state: BodyState) => {
      if (!stop.signal.aborted) setThere({ of, state })
    }
    const read = async () => {
      const fetched = await bytesOf(client, session, request, asSent)
      if (stop.signal.aborted) return
      const { bytes, reading } = await readLater(fetched, contentType, as, stop.signal)
      last = { request, asSent, bytes }
      show({ status: 'ready', reading, bytes })
    }
    read().catch((error: unknown) => show({ status: 'failed', message: problemOf(error).message }))
    return () => stop.abort()
  }, [client, session, request, contentType, as, asSent, here, of])
  return here ?? (there?.of === of ? there.state : { status: 'reading' })
}

/** The text that came with the request, where it is what is wanted. */
function inlineText({ body }: RequestDetail, asSent: boolean): string | null {
  const isWhole = body.charset === 'utf-8' && !(asSent && body.encoding)
  return isWhole ? (body.text ?? null) : null
}

type Fetched = { request: RequestDetail; asSent: boolean; bytes: Uint8Array }

/** The bytes read last: going from tab to tab does not fetch them again. */
let last: Fetched | null = null

async function bytesOf(
  client: Client,
  session: BinSession,
  request: RequestDetail,
  asSent: boolean,
): Promise<Uint8Array> {
  const isLast = last?.request === request && last.asSent === asSent
  const held = isLast ? last?.bytes : undefined
  // A view that is still drawn may read from them, so they are not given away.
  if (held) return held.slice()
  const { encoding } = request.body
  const isDecoded = !asSent && encoding !== undefined && encoding.decodedSize !== null
  const ahead = session.details.takeBody(request.seq)
  if (ahead && !isDecoded) return ahead
  return client('readBody', {
    ...readOptions(session, request.seq),
    query: isDecoded ? { decoded: '' } : {},
  })
}
