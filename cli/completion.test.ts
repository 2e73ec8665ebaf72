import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { typed } from './testing.ts'

/** What bash offers for a line that ends in an unfinished word. */
async function offered(...line: string[]): Promise<string[]> {
  const { out } = await typed(['completion', 'bash'])
  const script = `${out}\nCOMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _binspect; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')
}

test('bash completes commands, events and options', async () => {
  expect(await offered('binspect', 'wa')).toEqual(['wait'])
  expect(await offered('binspect', 'send', 'tag-')).toEqual(['tag-added', 'tag-removed'])
  expect(await offered('binspect', 'tail', '--no')).toEqual(['--no-follow'])
  expect(await offered('binspect', 'serve', '--dur')).toEqual(['--durability'])
})

/** Skipped, and counted as such, where there is no such shell. */
const inShell = (shell: string) => test.skipIf(spawnSync(shell, ['-c', '']).error !== undefined)

inShell('fish')('fish completes commands, events and options', async () => {
  const { out } = await typed(['completion', 'fish'])
  const offered = (line: string) => {
    const script = `source (echo $script | psub); complete -C '${line}'`
    const env = { ...process.env, script: out }
    const lines = execFileSync('fish', ['--no-config', '-c', script], { encoding: 'utf8', env })
    return lines.trim().split('\n')
  }
  expect(offered('binspect wa')).toEqual([expect.stringMatching(/^wait\t/)])
  expect(offered('binspect send tag-')).toEqual(['tag-added', 'tag-removed'])
  expect(offered('binspect tail --no')).toEqual(['--no-follow'])
  expect(offered('binspect serve --dur')).toEqual(['--durability'])
})

inShell('zsh')('zsh is offered commands, events and options', async () => {
  const { out } = await typed(['completion', 'zsh'])
  // What zsh would match against the word is written instead.
  const zsh = (line: string) => {
    const script = `compadd() { print -l -- \${@:2} }; _describe() { print -l -- \${(P)2} }
_files() { }; compdef() { }; words=(${line}); CURRENT=\${#words}; ${out}
_binspect`
    return execFileSync('zsh', ['-f', '-c', script], { encoding: 'utf8' }).trim().split('\n')
  }
  expect(zsh('binspect wa')).toContainEqual(expect.stringMatching(/^wait:wait for a request/))
  expect(zsh('binspect send tag-')).toEqual(expect.arrayContaining(['tag-added', '--broken']))
  expect(zsh('binspect tail --no')).toContain('--no-follow')
  expect(zsh('binspect serve --dur')).toContain('--durability')
})

test('a shell that it does not know is told', async () => {
  await expect(typed(['completion', 'tcsh'])).rejects.toThrow('One of bash, zsh, fish.')
})
