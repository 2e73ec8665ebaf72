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

test.each([
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
] as const)('%s takes its script', async (shell, args) => {
  const { out } = await typed(['completion', shell])
  expect(out).toContain('tag-added')
  const { error, status } = spawnSync(shell, [...args, '/dev/stdin'], { input: out })
  // Where the shell is not installed, its script is only looked at.
  if (!error) expect(status).toBe(0)
})

test('a shell that it does not know is told', async () => {
  await expect(typed(['completion', 'tcsh'])).rejects.toThrow('One of bash, zsh, fish.')
})
