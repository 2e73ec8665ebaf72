import type { Issue, Judgement } from '../../shared/events/verdict.ts'
import { mayBeOwn } from '../../shared/own-shape/may-be-own.ts'
import { judgeBody, outlineOf, type Outline } from './inspect.ts'

/** Requests to be judged by another thread than the one that captures. */
export type JudgeBatch = {
  requests: { rawHeaders: string[]; size: number; wantsIssues: boolean }[]
  /** Their bodies end to end, each with its content encoding taken off. */
  bodies: Uint8Array<ArrayBuffer>
}

/** What came out for one of them. */
export type Judged = {
  outline: Outline
  charset: Judgement['charset']
  /** Where they were wanted. */
  issues: Issue[] | null
  /** Whether the bin's own shapes, if it has any, have the last word. */
  mayBeOwn: boolean
}

/** Judges requests by the documents. @returns what came out, in their order */
export function judgeBatch({ requests, bodies }: JudgeBatch): Judged[] {
  let end = 0
  return requests.map(({ rawHeaders, size, wantsIssues }) => {
    const start = end
    end += size
    const judged = judgeBody(rawHeaders, bodies.subarray(start, end))
    const { charset, issues } = judged.judgement
    return {
      outline: outlineOf(judged),
      charset,
      issues: wantsIssues ? issues : null,
      mayBeOwn: mayBeOwn(judged.judgement, judged.contentType),
    }
  })
}
