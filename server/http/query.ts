import { HttpProblem } from './problem.ts'

type Range = { min: number; max?: number }

/**
 * A whole number from a query; `undefined` where it is not given.
 * @throws HttpProblem `invalid-input`
 */
export function integerFrom(
  query: URLSearchParams,
  name: string,
  { min, max = Number.MAX_SAFE_INTEGER }: Range,
): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`
  throw new HttpProblem('invalid-input', `"${name}" must be a whole number, ${range}.`, {
    pointer: `/${name}`,
  })
}

/**
 * One of several words from a query; `undefined` where it is not given.
 * @throws HttpProblem `invalid-input`
 */
export function choiceFrom<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const choice = choices.find((each) => each === text)
  if (choice !== undefined) return choice
  throw new HttpProblem('invalid-input', `"${name}" must be one of ${choices.join(', ')}.`, {
    pointer: `/${name}`,
  })
}
