import { findings } from './en/findings.ts'
import { page } from './en/page.ts'
import { request } from './en/request.ts'

/** English; its keys are those of every language. */
export const en = { ...page, ...request, ...findings } as const
