import { judgeRequest } from '../shared/events/judge.ts'
import type { Issue, Judgement, Verdict } from '../shared/events/verdict.ts'
import { escapeLine } from '../shared/escape-line.ts'
import { lineColumn } from '../shared/json/position.ts'
import { UsageError } from '../server/options/usage-error.ts'
import { bold, dim, red, verdictColours, yellow } from './colour.ts'
import { jsonOption, type Command } from './command.ts'
import { jsonLine } from './json-line.ts'
import { readInput } from './input.ts'

const good: ReadonlySet<Verdict> = new Set(['valid', 'drifted'])

/** `binspect validate` */
export const validateCommand: Command = {
  name: 'validate',
  words: '<file|->',
  summary: 'hold a payload against the documented events; needs no server',
  options: {
    header: { value: 'NAME: VALUE', help: 'a header it came with. May be repeated', short: 'H' },
    strict: { help: 'a drifted payload fails as well' },
    ...jsonOption,
  },
  examples: [
    'binspect validate payload.json',
    'pbpaste | binspect validate -',
    'binspect validate sale.json -H "X-Webhook-Event: SALE_NEW" --json',
  ],
  async run(given, terminal) {
    const [file] = given.words
    if (file === undefined) throw new UsageError('Which file? "-" is standard input. See --help.')
    const headers = headersOf(given.all('header'))
    const judgement = judgeRequest({
      body: await readInput(file, terminal),
      contentType: headers.get('content-type') ?? null,
      header: (name) => headers.get(name),
    })
    await terminal.out(given.has('json') ? jsonOf(judgement) : textOf(file, judgement))
    const passes = given.has('strict') ? judgement.verdict === 'valid' : good.has(judgement.verdict)
    return passes ? 0 : 1
  },
}

function headersOf(lines: string[]): Map<string, string> {
  return new Map(
    lines.map((line) => {
      const end = line.indexOf(':')
      if (end < 1) throw new UsageError(`--header: "${line}" is not NAME: VALUE.`)
      return [line.slice(0, end).trim().toLowerCase(), line.slice(end + 1).trim()]
    }),
  )
}

function jsonOf({ verdict, event, events, issues, issueCount, charset }: Judgement): string {
  return jsonLine({ verdict, event, events, issues, issueCount, charset })
}

function textOf(file: string, { text, verdict, event, issues, issueCount }: Judgement): string {
  const label = event ? `  ${escapeLine(event.label.en)} (${escapeLine(event.type)})` : ''
  const head = `${verdictColours[verdict](bold(verdict))}${label}`
  const left = issueCount - issues.length
  const rest = left > 0 ? [dim(`… and ${left} more`)] : []
  return [head, ...issues.map((issue) => issueText(file, text ?? '', issue)), ...rest, ''].join(
    '\n',
  )
}

const severityColours = { error: red, warning: yellow, info: dim }

/** As compilers write it, so that editors find the place: `file:line:column`. */
function issueText(file: string, text: string, issue: Issue): string {
  const { line, column } = lineColumn(text, issue.range?.start ?? 0)
  const place = dim(`${file}:${line}:${column}`)
  const what = severityColours[issue.severity](`${issue.severity} ${issue.code}`)
  return `${place}  ${what}  ${escapeLine(issue.path)}  ${escapeLine(issue.message)}`
}
