import type { BinReply, ReplyStep } from '../../shared/bin.ts'
import type { ReplyInput } from '../../shared/input.ts'

/** The reply of a bin as it stands in the fields of its form. */
export type ReplyForm = {
  status: string
  /** `Name: value`, one a line. */
  headers: string
  body: string
  /** Milliseconds. */
  delay: string
  cors: boolean
  /** Steps by comma or line: a status, `timeout`, `reset`, `slow`, or a reply as JSON on its own line. */
  sequence: string
}

/** What is wrong with which field. */
export type ReplyFormErrors = Partial<
  Record<keyof ReplyForm, { key: 'status' | 'header' | 'delay' | 'step'; text: string }>
>

export function toForm(reply: BinReply): ReplyForm {
  return {
    status: String(reply.status),
    headers: reply.headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
    body: reply.body,
    delay: String(reply.delay),
    cors: reply.cors,
    sequence: writeSequence(reply.sequence),
  }
}

/** Reads the form; what only the server can judge, such as refused headers, is left to it. */
export function readForm(
  form: ReplyForm,
): { reply: ReplyInput; errors: null } | { reply: null; errors: ReplyFormErrors } {
  const headers = lines(form.headers).map((line) => /^([^:\s]+)\s*:(.*)$/.exec(line))
  const badHeader = headers.indexOf(null)
  const steps = splitSteps(form.sequence).map((text) => ({ text, step: readStep(text) }))
  const badStep = steps.find(({ step }) => step === null)
  const status = integer(form.status, 200, 599)
  const delay = integer(form.delay, 0, 60_000)
  const errors: ReplyFormErrors = {
    ...(status === null ? { status: { key: 'status', text: form.status } } : {}),
    ...(delay === null ? { delay: { key: 'delay', text: form.delay } } : {}),
    ...(badHeader < 0
      ? {}
      : { headers: { key: 'header', text: lines(form.headers)[badHeader] ?? '' } }),
    ...(badStep ? { sequence: { key: 'step', text: badStep.text } } : {}),
  }
  if (status === null || delay === null || Object.keys(errors).length > 0) {
    return { reply: null, errors }
  }
  const reply = {
    status,
    headers: headers.map((match): [string, string] => [match?.[1] ?? '', match?.[2]?.trim() ?? '']),
    body: form.body,
    delay,
    cors: form.cors,
    sequence: steps.flatMap(({ step }) => (step === null ? [] : [step])),
  }
  return { reply, errors: null }
}

function writeSequence(sequence: readonly ReplyStep[]): string {
  const isShort = sequence.every((step) => typeof step !== 'object')
  return sequence
    .map((step) => (typeof step === 'object' ? JSON.stringify(step) : String(step)))
    .join(isShort ? ', ' : '\n')
}

function splitSteps(text: string): string[] {
  return lines(text)
    .flatMap((line) => (line.startsWith('{') ? [line] : line.split(',').map((step) => step.trim())))
    .filter((step) => step !== '')
}

function readStep(text: string): ReplyStep | null {
  if (text === 'timeout' || text === 'reset' || text === 'slow') return text
  if (text.startsWith('{')) return readWholeReply(text)
  return integer(text, 200, 599)
}

function readWholeReply(text: string): ReplyStep | null {
  try {
    // Which keys it may have, and what they may hold, the server says.
    return JSON.parse(text) as ReplyStep
  } catch {
    return null
  }
}

function integer(text: string, min: number, max: number): number | null {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : -1
  return value >= min && value <= max ? value : null
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
