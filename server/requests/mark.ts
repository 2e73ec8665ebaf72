import type { MarkedRequest } from '../../shared/request.ts'
import type { MarkInput } from '../../shared/input.ts'
import { HttpProblem } from '../http/problem.ts'
import type { BinRecord } from '../store/store.ts'
import { findRequest, type RequestContext } from '../inspect/context.ts'

type Mark = { params: { seq: string }; body: () => Promise<MarkInput> }

/** Pins, unpins, notes. @throws HttpProblem `request-not-found` */
export async function markRequest(
  context: RequestContext,
  bin: BinRecord,
  { params, body }: Mark,
): Promise<MarkedRequest> {
  const { store } = context.deps
  const mark = await body()
  const request = await findRequest(context, bin, params.seq)
  if (!(await store.mark(bin.id, request.seq, mark))) {
    throw new HttpProblem('request-not-found', 'The request has just been deleted.')
  }
  const summary = await context.inspector.summary({ request, body: null })
  return { ...summary, notes: store.marks(bin.id, request.seq).note }
}
