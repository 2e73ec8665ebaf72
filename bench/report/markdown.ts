import type { Chapter, Figure, Table } from './report.ts'

/** A run as Markdown: the machine, what was to be reached, and each section with its tables. */
export function runAsMarkdown(machine: Table, chapters: readonly Chapter[]): string {
  const figures = chapters.flatMap((chapter) => chapter.figures)
  return [
    tableAsMarkdown(machine),
    '## Reached',
    tableAsMarkdown(figuresTable(figures)),
    ...chapters.map(chapterAsMarkdown),
  ].join('\n\n')
}

export function chapterAsMarkdown({ title, about, tables }: Chapter): string {
  return [`## ${title}`, about, ...tables.map(tableAsMarkdown)].join('\n\n')
}

/** What was to be reached, and what was. */
export function figuresTable(figures: readonly Figure[]): Table {
  return {
    head: ['what', 'to reach', 'measured', ''],
    rows: figures.map(({ what, reach, measured, reached }) => [
      what,
      reach,
      measured,
      reach === '' ? '' : reached ? '✓' : '✗',
    ]),
  }
}

export function tableAsMarkdown({ head, rows }: Table): string {
  // What stands left is a name; numbers stand right, under each other.
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
