/** Something that can be done, and the words by which it is found. */
export type Command = {
  id: string
  /** Where it belongs. */
  group: string
  label: string
  /** More words by which it is found. */
  also?: string
  /** Key that does the same. */
  hint?: string
  run: () => unknown
}

/**
 * Commands that have every word of a query, or what it begins with; those first whose label has them
 * at the beginning of words. Case and accents do not count.
 */
export function matchCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return commands
  const ranked = commands.flatMap((command) => {
    const label = plain(command.label)
    const all = `${label} ${plain(command.group)} ${plain(command.also ?? '')}`
    if (!words.every((word) => all.includes(word))) return []
    const begun = words.filter((word) => ` ${label}`.includes(` ${word}`)).length
    return [{ command, rank: label.startsWith(words.join(' ')) ? words.length + 1 : begun }]
  })
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ command }) => command)
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
