import { claimsForm } from '../events/media.ts'
import type { Judgement } from '../events/verdict.ts'

/** Whether no document describes a body, JSON or a form, or something in it: own shapes are asked for these. */
export function mayBeOwn(
  { verdict }: Pick<Judgement, 'verdict'>,
  contentType: string | null,
): boolean {
  if (verdict === 'none') return claimsForm(contentType)
  return verdict === 'unrecognized' || verdict === 'undocumented'
}
