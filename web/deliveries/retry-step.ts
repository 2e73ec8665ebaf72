import type { ReplyStep } from '../../shared/bin.ts'

/** Steps that are offered: what receivers do when they fail. */
export const plainSteps = [
  200,
  201,
  204,
  400,
  401,
  404,
  410,
  422,
  429,
  500,
  502,
  503,
  504,
  'timeout',
  'reset',
  'slow',
] as const satisfies ReplyStep[]

/** Sequences that show the most. */
export const presets: readonly (readonly (typeof plainSteps)[number][])[] = [
  [500, 500, 200],
  ['timeout', 200],
  ['reset', 200],
  [429, 200],
  [410],
]

/** The same steps with one of them a place earlier. */
export function moveUp(steps: readonly ReplyStep[], place: number): readonly ReplyStep[] {
  const moved = steps[place]
  if (place === 0 || moved === undefined) return steps
  const others = steps.filter((_, index) => index !== place)
  return others.toSpliced(place - 1, 0, moved)
}
