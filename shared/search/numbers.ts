import type { Operator, SearchTest } from './query.ts'

/** Whether a number is what a test asks for; none never is. */
export function matchesNumber(test: SearchTest, value: number | null): boolean {
  if (value === null) return false
  if (test.type === 'range') {
    return (test.min === null || value >= test.min) && (test.max === null || value <= test.max)
  }
  return test.type === 'compare' && compares(value, test.operator, test.value)
}

function compares(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right
    case '>':
      return left > right
    case '<':
      return left < right
    case '>=':
      return left >= right
    case '<=':
      return left <= right
  }
}
