import { firstAddress, tunnelPrograms, type TunnelProgram } from './programs.ts'

/** Which tunnel was asked for. */
export type TunnelSpec = TunnelProgram & { name: string }

/**
 * Reads the name of a program, or a command of the user's own.
 * @param knowsPort whether the command may know the port without being told
 * @throws Error that says what is expected
 */
export function readTunnel(text: string, knowsPort: boolean): TunnelSpec {
  const known = tunnelPrograms.get(text.trim())
  if (known) return { name: text.trim(), ...known }
  const words = splitCommand(text)
  const name = words[0]?.split(/[/\\]/).at(-1) ?? ''
  if (name === '' || !(knowsPort || text.includes('{port}'))) {
    const names = [...tunnelPrograms.keys()].join(', ')
    throw new Error(`one of ${names}, or a command in which {port} stands for the port`)
  }
  const { read, install } = tunnelPrograms.get(name) ?? { read: firstAddress, install: '' }
  // A command could be one that hands on what the sender wrote in X-Forwarded-For.
  return { name, words, read, install, saysWho: false }
}

/** Words of a command; quotes hold together what has blanks. No shell ever reads it. */
function splitCommand(text: string): string[] {
  const words = text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
}

/** The command for a port. */
export function commandFor({ words }: TunnelSpec, port: number): string[] {
  return words.map((word) => word.replaceAll('{port}', String(port)))
}
