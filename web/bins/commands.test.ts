import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandFor, quoteForShell, senders } from './commands.ts'

const hostile = `@it's "\\u00e9\\/" $HOME \`id\` !x é %s\n;`

describe('quoteForShell', () => {
  it.each(['', 'plain', hostile, "'", "''"])('keeps %j whole', (text) => {
    const said = execFileSync('sh', ['-c', `printf %s ${quoteForShell(text)}`], {
      encoding: 'utf8',
    })
    expect(said).toBe(text)
  })
})

describe('commandFor', () => {
  it.each(senders)('names the address in the command for %s', (sender) => {
    expect(commandFor(sender, 'http://host/bin/a', '{}')).toContain('http://host/bin/a')
  })

  it('gives curl the text as it is', () => {
    const command = commandFor('curl', 'http://host/bin/a', hostile)
    const told = `curl() { for word; do printf '%s\\0' "$word"; done; }; ${command}`
    const words = execFileSync('sh', ['-c', told], { encoding: 'utf8' }).split('\0')
    expect(words.slice(0, -1)).toEqual([
      'http://host/bin/a',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      hostile,
    ])
  })

  it('gives fetch the text as it is', async () => {
    const calls: unknown[][] = []
    const command = commandFor('fetch', 'http://host/bin/a', hostile)
    const module = `export const run = async (fetch) => { ${command} }`
    // A module of text is how the command would stand in somebody's program.
    const { run } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
      run: (fetch: (...args: unknown[]) => void) => Promise<void>
    }
    await run((...args) => calls.push(args))
    expect(calls[0]?.[1]).toMatchObject({ method: 'POST', body: hostile })
  })

  it('doubles the quotes for PowerShell', () => {
    expect(commandFor('powershell', 'u', `it's ’`)).toContain(`'it''s ’’'`)
  })
})
