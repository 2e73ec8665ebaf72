import type { OperationName } from './operations.ts'

/** Operations that change what a bin holds or how it is set up; each is noted where it succeeds. */
export const notedOperations = [
  'changeBin',
  'restartReply',
  'clearRequests',
  'markRequest',
  'deleteRequest',
  'setForward',
  'removeForward',
  'createShape',
  'changeShape',
  'deleteShape',
  'createShare',
  'deleteShare',
  'createScenario',
  'changeScenario',
  'deleteScenario',
  'armScenario',
  'disarmScenario',
  'saveGolden',
  'deleteGolden',
] as const satisfies OperationName[]

export type NotedOperation = (typeof notedOperations)[number]

/** `openShare`: a share was read with for the first time. */
export type ChangeName = NotedOperation | 'createBin' | 'openShare'

/** By what right it was made: with the owner key, with the token of a share, or with none. */
export type Authority = 'owner' | 'share' | 'anyone'

/** What was changed of a bin, as kept. Never a value: those may be secrets. */
export type KeptChange = {
  /** Milliseconds since 1970. */
  at: number
  what: ChangeName
  by: Authority
  /** Number or id of what was changed, or the names of the settings. */
  subject: string
  /** How often, where it happened again at once. */
  count: number
}

/** The same, as the API gives it. */
export type BinChange = Omit<KeptChange, 'at'> & { at: string }

/** Changes of a bin that are kept, the newest. */
export const mostChanges = 200
