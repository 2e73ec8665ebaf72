import { Type, type Static } from 'typebox'
import { breakages, oddities } from './breakage.ts'
import { longestNote, type BinReply, type FixedReply, type ReplyStep } from './bin.ts'
import type { JsonSchema } from './events/schema.ts'
import { automationTriggers, accountTriggers } from './events/trigger.ts'
import { ownShapeLimits } from './own-shape/own-shape.ts'

/** Ids that people may choose: readable, and never mistaken for a path. */
export const chosenId = '^[a-z0-9][a-z0-9-]{2,63}$'

const closed = { additionalProperties: false }

const visibility = Type.Union([Type.Literal('link'), Type.Literal('private')])

/** Settings of a reply; what is left out stays as it is. Its rules are checked where replies live. */
export type ReplyInput = Partial<Omit<BinReply, 'headers' | 'sequence'>> & {
  headers?: HeadersInput
  sequence?: (Exclude<ReplyStep, FixedReply> | FixedReplyInput)[]
}
type FixedReplyInput = Partial<Omit<FixedReply, 'headers'>> & { headers?: HeadersInput }
/** Pairs in order (duplicates allowed), or an object for those who need neither. */
type HeadersInput = FixedReply['headers'] | Record<string, string | string[]>

const binSettings = {
  name: Type.Optional(Type.String({ maxLength: 200 })),
  visibility: Type.Optional(visibility),
  /** Seen by all who see the bin. */
  note: Type.Optional(Type.String({ maxLength: longestNote })),
  /** Signing secret of account webhooks; `null` or an empty text removes it. */
  secret: Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()])),
  /** `null`: that of a new bin. */
  reply: Type.Optional(Type.Unsafe<ReplyInput | null>({})),
  /** Life from now on: milliseconds, or a duration such as `90m`, `12h`, `7d`; `null`: no end. */
  ttl: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.String(), Type.Null()])),
}

export const createBinInput = Type.Object(
  { id: Type.Optional(Type.String({ pattern: chosenId })), ...binSettings },
  closed,
)
export type CreateBinInput = Static<typeof createBinInput>

export const changeBinInput = Type.Object(binSettings, closed)
export type ChangeBinInput = Static<typeof changeBinInput>

export const markInput = Type.Object(
  {
    pinned: Type.Optional(Type.Boolean()),
    note: Type.Optional(Type.String({ maxLength: longestNote })),
  },
  closed,
)
export type MarkInput = Static<typeof markInput>

const breakage = Type.Enum([...breakages])

export const sendInput = Type.Object(
  {
    trigger: Type.Enum([...automationTriggers, ...accountTriggers]),
    /** Values by dotted path (`data.contact.email`), by JSON Pointer, or nested as in the event. */
    overrides: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** Ways to break it, applied in turn; `true`: take away a key that must be there. */
    broken: Type.Optional(
      Type.Union([Type.Boolean(), breakage, Type.Array(breakage, { maxItems: 20 })]),
    ),
    /** Address of an allowed target; absent: the bin itself. */
    to: Type.Optional(Type.String({ maxLength: 2000 })),
    odd: Type.Optional(Type.Array(Type.Enum([...oddities]), { maxItems: 5 })),
  },
  closed,
)
export type SendInput = Static<typeof sendInput>

const shapeName = Type.String({ minLength: 1, maxLength: ownShapeLimits.name })
const shapeSettings = {
  /** A search; what of it the language does not allow here is told by `readMatch`. */
  match: Type.Optional(Type.String()),
  /** What is checked of it is told by `readSchema`. */
  schema: Type.Optional(Type.Unsafe<JsonSchema>(Type.Object({}))),
}

export const createShapeInput = Type.Object(
  {
    name: shapeName,
    ...shapeSettings,
    /** Number of a captured request: what is not given is made of it. */
    from: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
)
export type CreateShapeInput = Static<typeof createShapeInput>

export const changeShapeInput = Type.Object(
  { name: Type.Optional(shapeName), ...shapeSettings },
  closed,
)
export type ChangeShapeInput = Static<typeof changeShapeInput>

const target = Type.String({ minLength: 1, maxLength: 2000 })
const header = Type.Tuple([
  Type.String({ pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$" }),
  Type.String({ pattern: '^[\\t\\x20-\\x7e\\x80-\\xff]*$', maxLength: 16_384 }),
])
const credentials = Type.Optional(Type.Boolean())

const replayEdits = Type.Object(
  {
    method: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z-]{1,20}$' })),
    /** What follows the address of the bin, its query included: `/suffix?a=b`. */
    path: Type.Optional(Type.String({ pattern: '^$|^[/?][!-~]*$', maxLength: 8000 })),
    headers: Type.Optional(Type.Array(header, { maxItems: 500 })),
    body: Type.Optional(Type.String()),
    base64: Type.Optional(Type.String()),
  },
  closed,
)
export type ReplayEdits = Static<typeof replayEdits>

export const replayInput = Type.Object(
  { to: Type.Optional(target), credentials, edits: Type.Optional(replayEdits) },
  closed,
)
export type ReplayInput = Static<typeof replayInput>

export const forwardInput = Type.Object({ to: target, credentials }, closed)
export type ForwardInput = Static<typeof forwardInput>

export const playbackInput = Type.Object(
  {
    to: Type.Optional(target),
    credentials,
    /** Numbers of requests, or the range from–until; all that are held where none is named. */
    seqs: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 1000 })),
    from: Type.Optional(Type.Integer({ minimum: 1 })),
    until: Type.Optional(Type.Integer({ minimum: 1 })),
    /** 1: with the gaps as they were; 10: ten times faster. */
    speed: Type.Optional(Type.Number({ minimum: 0.01, maximum: 100_000 })),
  },
  closed,
)
export type PlaybackInput = Static<typeof playbackInput>
const shareScope = Type.Union([
  Type.Object({ kind: Type.Literal('bin') }, closed),
  Type.Object(
    { kind: Type.Literal('view'), q: Type.String({ minLength: 1, maxLength: 2000 }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('scenario'), id: Type.String({ maxLength: 100 }) }, closed),
  Type.Object({ kind: Type.Literal('request'), seq: Type.Integer({ minimum: 1 }) }, closed),
])

export const createShareInput = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 200 })),
    /** What of the bin is shown; all of it where this is left out. */
    scope: Type.Optional(shareScope),
    /** Life from now on, as of a bin; `null`: until it is revoked. */
    ttl: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.String(), Type.Null()])),
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** Whether personal data and secrets are hidden; they are where this is left out. */
    mask: Type.Optional(Type.Boolean()),
    /** Whether viewers are told the capture URL; they are not where this is left out. */
    captureUrl: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type CreateShareInput = Static<typeof createShareInput>

export const unlockInput = Type.Object({ password: Type.String({ maxLength: 200 }) }, closed)
export type UnlockInput = Static<typeof unlockInput>

/** YAML or JSON; what is wrong with it is told by `parseScenario`. */
const scenarioText = Type.String()

export const createScenarioInput = Type.Object(
  {
    text: scenarioText,
    /** Armed at once. */
    arm: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type CreateScenarioInput = Static<typeof createScenarioInput>

export const changeScenarioInput = Type.Object({ text: scenarioText }, closed)
export type ChangeScenarioInput = Static<typeof changeScenarioInput>

export const checkScenarioInput = Type.Object(
  {
    text: scenarioText,
    /** The last request before the run; left out: all that are held belong to it. */
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Milliseconds to wait for a decision; left out: only what is there is judged. */
    timeout: Type.Optional(Type.Integer({ minimum: 0, maximum: 120_000 })),
  },
  closed,
)
export type CheckScenarioInput = Static<typeof checkScenarioInput>

/** What each operation takes as its JSON body; the others take none. */
export const bodySchemas = {
  createBin: createBinInput,
  changeBin: changeBinInput,
  markRequest: markInput,
  sendEvent: sendInput,
  replayRequest: replayInput,
  setForward: forwardInput,
  startPlayback: playbackInput,
  createShape: createShapeInput,
  createScenario: createScenarioInput,
  changeScenario: changeScenarioInput,
  checkScenario: checkScenarioInput,
  changeShape: changeShapeInput,
  createShare: createShareInput,
  unlockShare: unlockInput,
}
