import type { RequestFlag } from '../request.ts'
import type { SearchField } from './field.ts'
import type { SearchSubject } from './subject.ts'

const flags: Record<RequestFlag, true> = {
  aborted: true,
  truncated: true,
  browserVisit: true,
  sentToInspectLink: true,
  preflight: true,
  upgrade: true,
  oddVersion: true,
}

/** Fields that read the request as it came. */
export const requestFields: readonly SearchField[] = [
  {
    name: 'method',
    example: 'method:post',
    help: 'HTTP method',
    cost: 0,
    match: 'whole',
    read: ({ method }) => [method],
  },
  {
    name: 'path',
    example: 'path:/hook',
    help: 'part of the path',
    cost: 0,
    match: 'part',
    read: ({ path }) => [path],
  },
  {
    name: 'query',
    example: 'query.utm_source:newsletter',
    help: 'part of a query parameter; without a name: of any',
    cost: 0,
    match: 'part',
    read: ({ query }, name) =>
      name === ''
        ? query.map(([name, value]) => `${name}=${value}`)
        : query.filter((pair) => pair[0] === name).map((pair) => pair[1]),
  },
  {
    name: 'header',
    example: 'header.user-agent:symfony',
    help: 'part of a header; without a name: of any',
    cost: 0,
    match: 'part',
    read: headerTexts,
  },
  {
    name: 'ip',
    example: 'ip:185.236.142.*',
    help: 'address of the sender',
    cost: 0,
    match: 'whole',
    read: ({ ip }) => [ip],
  },
  {
    name: 'size',
    example: 'size:>10k',
    help: 'bytes of the body; k, m and g are powers of 1024',
    cost: 0,
    match: 'number',
    read: ({ size }) => size,
  },
  {
    name: 'status',
    example: 'status:5xx',
    help: 'status of the reply given',
    cost: 0,
    match: 'number',
    read: ({ status }) => status,
  },
  {
    name: 'seq',
    example: 'seq:100..200',
    help: 'number of the request in its bin',
    cost: 0,
    match: 'number',
    read: ({ seq }) => seq,
  },
  {
    name: 'since',
    example: 'since:10m',
    help: 'received after a moment: s, m, h, d, w ago, or a date (UTC)',
    cost: 0,
    match: 'since',
  },
  {
    name: 'until',
    example: 'until:2026-10-01T12:00Z',
    help: 'received before a moment',
    cost: 0,
    match: 'until',
  },
  {
    name: 'is',
    example: 'is:pinned',
    help: 'pinned, or unusual in how it came in',
    cost: 0,
    values: ['pinned', ...Object.keys(flags)],
    match: 'whole',
    read: ({ pinned, flags }) => (pinned ? ['pinned', ...flags] : flags),
  },
  {
    name: 'has',
    example: 'has:note',
    help: 'has a note, or a body',
    cost: 0,
    values: ['note', 'body'],
    match: 'whole',
    read: ({ notes, size }) => [...(notes === '' ? [] : ['note']), ...(size === 0 ? [] : ['body'])],
  },
  {
    name: 'note',
    example: 'note:"ask Ann"',
    help: 'part of the note',
    cost: 0,
    match: 'part',
    read: ({ notes }) => [notes],
  },
]

/** The values of a header, or `name: value` of all. */
function headerTexts({ rawHeaders }: SearchSubject, name: string): string[] {
  const texts: string[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const [header = '', value = ''] = [rawHeaders[i], rawHeaders[i + 1]]
    if (name === '') texts.push(`${header}: ${value}`)
    else if (header.toLowerCase() === name.toLowerCase()) texts.push(value)
  }
  return texts
}
