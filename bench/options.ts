import { parseArgs } from 'node:util'
import { isSection, sectionNames, type SectionName } from './sections.ts'

export type Options = {
  sections: readonly SectionName[]
  quick: boolean
  /** Put the run into `docs/performance.md`. */
  write: boolean
}

/** @throws Error that says which words there are */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, write: { type: 'boolean' } },
  })
  for (const word of positionals) {
    if (!isSection(word)) {
      throw new Error(`There is no section "${word}": choose of ${sectionNames.join(', ')}.`)
    }
  }
  const chosen = positionals.filter(isSection)
  const { quick = false, write = false } = values
  return { sections: chosen.length > 0 ? chosen : sectionNames, quick, write }
}
