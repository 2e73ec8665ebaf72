import { operations, type OperationName } from '../operations.ts'

/**
 * Every operation that a share may call; whatever is not named here is refused. What these answer
 * is worked out of the requests that the share shows, masked: they cannot reach others.
 */
export const sharedOperations: ReadonlySet<OperationName> = new Set<OperationName>([
  'readBin',
  'listRequests',
  'readRequest',
  'readBody',
  'readMessage',
  'waitForRequest',
  'exportRequests',
  'listEvents',
  'readAsyncApi',
  'readEventTypes',
  'readEvent',
  'readSchema',
  'readSample',
  'listObserved',
  'readObservedSchema',
  'readObservedTypes',
  'listDeliveries',
  'readFacets',
  'listScenarios',
  'readScenario',
  'replayScenario',
  'compareGolden',
])

/** Operations for who has only the token of a share, which are about the share itself. */
export const shareOperations: ReadonlySet<OperationName> = new Set<OperationName>([
  'readSharedView',
  'unlockShare',
])

type Pattern = { name: OperationName; method: string; segments: string[] }

const patterns: Pattern[] = Object.entries(operations).map(([name, { method, path }]) => ({
  // Object.entries forgets the names of the keys; the table is closed.
  name: name as OperationName,
  method,
  segments: path.split('/'),
}))

/** The operation of a method and a path; `null` where there is none. */
export function operationAt(method: string, path: string): OperationName | null {
  const asked = path.split('/')
  const verb = method === 'HEAD' ? 'GET' : method
  const found = patterns.filter(
    (each) => each.method === verb && each.segments.length === asked.length && fits(each, asked),
  )
  // A word that stands in the path comes before a parameter.
  return found.toSorted((a, b) => parameters(a) - parameters(b))[0]?.name ?? null
}

function fits({ segments }: Pattern, asked: readonly string[]): boolean {
  return segments.every((segment, index) =>
    segment.startsWith(':') ? asked[index] !== '' : segment === asked[index],
  )
}

function parameters({ segments }: Pattern): number {
  return segments.filter((segment) => segment.startsWith(':')).length
}
