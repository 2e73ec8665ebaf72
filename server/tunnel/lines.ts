/** Characters of a line that are kept. */
const longest = 2000
/** Colours and the like, which some programs write even to a pipe. */
const styling = /\u001b\[[0-?]*[ -/]*[@-~]/g

/** Cuts what a program writes into lines, without colours; an endless one is cut off. */
export function createLines(tell: (line: string) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|[\r\n]/)
    rest = (lines.pop() ?? '').slice(0, longest)
    for (const line of lines) {
      const text = line.replace(styling, '').slice(0, longest).trim()
      if (text !== '') tell(text)
    }
  }
}
