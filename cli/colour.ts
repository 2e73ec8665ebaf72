import type { Verdict } from '../shared/events/verdict.ts'

const escape = '\u001b['

/** Text in a colour of the terminal; where none is wanted, it is taken off as it is written. */
const paint = (code: number) => (text: string) => `${escape}${code}m${text}${escape}0m`

export const dim = paint(2)
export const bold = paint(1)
export const green = paint(32)
export const yellow = paint(33)
export const red = paint(31)
export const cyan = paint(36)

/** The colour of each verdict. */
export const verdictColours: Record<Verdict, (text: string) => string> = {
  valid: green,
  drifted: yellow,
  invalid: red,
  unreadable: red,
  ambiguous: yellow,
  undocumented: cyan,
  unrecognized: cyan,
  none: dim,
}
