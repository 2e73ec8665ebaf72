import { readFile, writeFile } from 'node:fs/promises'

const end = '<!-- end -->'

/**
 * Puts a run into a document, in the place of the run before.
 * @param command that made it, as it stands in the document's marker
 * @throws Error without markers
 */
export async function writeRun(path: string, command: string, run: string): Promise<void> {
  const begin = `<!-- ${command} -- --write: begin -->`
  const text = await readFile(path, 'utf8')
  const from = text.indexOf(begin)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`${path} lacks the lines "${begin}" and "${end}".`)
  const before = text.slice(0, from + begin.length)
  await writeFile(path, `${before}\n\n${run}\n\n${text.slice(to)}`)
}
