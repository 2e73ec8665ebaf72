import { NoMatch, ScenarioFailed, type BinHandle, type RequestDetail } from '../../client/client.ts'
import { describeScenario } from '../../client/describe-scenario.ts'
import { describeMisses, describeRequest } from '../../client/describe.ts'
import { lineColumn } from '../../shared/json/position.ts'
import { schemaOf, type ArgumentSchema, type Arguments } from './schema.ts'

/** What a tool tells: in its own words, and what strangers wrote. */
export type Told = { said: string; captured?: string }

/** A tool of the server. None of them changes or sends anything. */
export type Tool = {
  name: string
  title: string
  description: string
  inputSchema: ArgumentSchema
  run(bin: BinHandle, given: Arguments, signal: AbortSignal): Promise<Told>
}

const bin = {
  type: 'string',
  description: 'Id or URL of the bin; may be left out where one was named at start',
} as const
const seq = {
  type: 'integer',
  minimum: 1,
  description: 'Number of the request in its bin',
} as const
const limit = {
  type: 'integer',
  minimum: 1,
  maximum: 200,
  description: 'How many at most [20]',
} as const
const query = {
  type: 'string',
  description:
    'Search: trigger:tag-added, event:sale, verdict:invalid, email:*@x.y, data.tag.name:"lead", since:10m, bare words; space is and, "or", "-" is not',
} as const

/** Every tool, in the order in which they are told. */
export const tools: readonly Tool[] = [
  {
    name: 'list_requests',
    title: 'List requests',
    description:
      'The newest captured requests of a bin, one line each: number, time, event, verdict, contact.',
    inputSchema: schemaOf(
      { bin, limit, before: { ...seq, description: 'Only requests before this number' } },
      [],
    ),
    run: (bin, given) => list(bin, given, ''),
  },
  {
    name: 'search_requests',
    title: 'Search requests',
    description: 'The newest captured requests that a search finds.',
    inputSchema: schemaOf({ bin, query, limit }, ['query']),
    run: (bin, given) => list(bin, given, given.text('query') ?? ''),
  },
  {
    name: 'read_request',
    title: 'Read a request',
    description: 'One captured request: line, headers, body, verdict.',
    inputSchema: schemaOf({ bin, seq }, ['seq']),
    async run(bin, given) {
      const request = await bin.read(given.integer('seq') ?? 0)
      return { said: `Verdict: ${request.verdict}.`, captured: messageOf(request) }
    },
  },
  {
    name: 'wait_for_request',
    title: 'Wait for a request',
    description:
      'Waits for a request that a search finds; tells the closest misses where none comes.',
    inputSchema: schemaOf(
      {
        bin,
        query,
        after: { type: 'integer', description: 'Only requests after this number' },
        timeout: { type: 'integer', maximum: 120, description: 'Seconds [30]' },
      },
      ['query'],
    ),
    run: waitFor,
  },
  {
    name: 'explain_verdict',
    title: 'Explain a verdict',
    description:
      'Why a captured request has its verdict: each finding with its place, and what was expected.',
    inputSchema: schemaOf({ bin, seq }, ['seq']),
    async run(bin, given) {
      return explain(await bin.read(given.integer('seq') ?? 0))
    },
  },
  {
    name: 'run_scenario',
    title: 'Run a scenario',
    description:
      'Holds what a bin has captured against a scenario: which events have to come, which must not, in what order. Nothing is sent and nothing is kept.',
    inputSchema: schemaOf(
      {
        bin,
        scenario: {
          type: 'string',
          description:
            'YAML: name, order (any, written), sameContact, steps; a step is "expect: tag-added", "never: …" or "exactly: 2" with "of: …", and may have where, within, capture',
        },
        after: { type: 'integer', description: 'Only requests after this number' },
        timeout: {
          type: 'integer',
          maximum: 120,
          description: 'Seconds to wait for a decision [0]',
        },
      },
      ['scenario'],
    ),
    run: runScenario,
  },
]

async function list(bin: BinHandle, given: Arguments, q: string): Promise<Told> {
  const before = given.integer('before')
  const { requests, next } = await bin.list({
    q,
    limit: given.integer('limit') ?? 20,
    ...(before !== undefined && { before }),
  })
  const more = next === null ? '' : ` There are more before #${next}.`
  const said = `Requests: ${requests.length}, newest first.${more}`
  return requests.length === 0
    ? { said }
    : { said, captured: requests.map(describeRequest).join('\n') }
}

async function waitFor(bin: BinHandle, given: Arguments, signal: AbortSignal): Promise<Told> {
  const after = given.integer('after')
  const timeout = (given.integer('timeout') ?? 30) * 1000
  const asked = { timeout, signal, ...(after !== undefined && { after }) }
  try {
    const request = await bin.waitFor(given.text('query') ?? '', asked)
    return { said: `It came: #${request.seq}.`, captured: messageOf(request) }
  } catch (error) {
    if (!(error instanceof NoMatch)) throw error
    const said = `Nothing matched within ${timeout / 1000} s.`
    return { said, captured: describeMisses(error.closestMisses) }
  }
}

async function runScenario(bin: BinHandle, given: Arguments, signal: AbortSignal): Promise<Told> {
  const after = given.integer('after')
  const timeout = (given.integer('timeout') ?? 0) * 1000
  const asked = { timeout, signal, ...(after !== undefined && { after }) }
  try {
    const result = await bin.expect(given.text('scenario') ?? '', asked)
    return { said: 'It passed.', captured: describeScenario(result) }
  } catch (error) {
    if (!(error instanceof ScenarioFailed)) throw error
    return { said: 'It did not pass.', captured: describeScenario(error.result) }
  }
}

function messageOf({ method, target, httpVersion, rawHeaders, body }: RequestDetail): string {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  )
  const text = body.text ?? `(${body.size} bytes that are no text)`
  return [`${method} ${target} HTTP/${httpVersion}`, ...headers, '', text].join('\n')
}

const meanings: Record<RequestDetail['verdict'], string> = {
  valid: 'a documented event without an error or a warning',
  drifted: 'a documented event without an error, but not quite as documented',
  invalid: 'a documented event with at least one error',
  undocumented: 'an event of a known family whose type no document describes',
  ambiguous: 'an account webhook without its X-Webhook-Event header: its body alone cannot tell',
  unrecognized: 'readable JSON that is no event',
  unreadable: 'it claims to be JSON, or looks like it, and is not',
  none: 'there is nothing to judge',
}

function explain({ seq, verdict, event, issues, issueCount, body }: RequestDetail): Told {
  const trigger = event?.trigger ?? null
  const label = trigger === null ? '' : ` Held against the documented event ${trigger}.`
  const said = `#${seq} is ${verdict}: ${meanings[verdict]}.${label} Findings: ${issueCount}.`
  const findings = issues.map(({ severity, code, path, message, expected, actual, range }) => {
    const place = range && body.text !== undefined ? lineColumn(body.text, range.start) : null
    return [
      `${severity} ${code} at ${path === '' ? 'the top' : path}`,
      ...(place ? [`line ${place.line}, column ${place.column}`] : []),
      message,
      ...(expected === undefined ? [] : [`expected ${expected}`]),
      ...(actual === undefined ? [] : [`found ${actual}`]),
    ].join('; ')
  })
  return findings.length === 0 ? { said } : { said, captured: findings.join('\n') }
}
