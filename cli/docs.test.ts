import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type RunningApi } from '../server/testing/api.ts'
import { buildProgram } from '../server/testing/program.ts'

const root = resolve(import.meta.dirname, '..')

let api: RunningApi
let folder = ''
beforeAll(async () => {
  api = await startApi()
  folder = await mkdtemp(join(tmpdir(), 'binspect-docs-'))
  const entry = await buildProgram('program-docs')
  const command = join(folder, 'binspect')
  await writeFile(command, `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n`)
  await chmod(command, 0o755)
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true, force: true })
})

type Run = { code: number; output: string }

/** Runs a command where `binspect` is what was built, against the server of this test. */
function run(command: string, args: string[], cwd: string): Promise<Run> {
  const path = `${folder}:${process.env.PATH ?? ''}`
  const env = { PATH: path, HOME: folder, BINSPECT_SERVER: api.base }
  return new Promise((done) => {
    execFile(command, args, { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ code, output: `${stdout}${stderr}` })
    })
  })
}

type Block = { language: string; name: string; text: string }

async function blocksOf(document: string): Promise<Block[]> {
  const text = await readFile(join(root, 'docs', document), 'utf8')
  return [...text.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)].map(
    ([, language = '', name = '', text = '']) => ({ language, name, text }),
  )
}

describe('what is written in', () => {
  test.each(['test-an-opt-in.md', 'test-a-sale.md', 'commands.md'])(
    '%s works',
    async (document) => {
      const work = await mkdtemp(join(folder, 'work-'))
      let variables = ''
      for (const { language, name, text } of await blocksOf(document)) {
        if (language === 'yaml') await writeFile(join(work, name), text)
        if (language !== 'sh') continue
        const { code, output } = await run(
          'bash',
          ['-euo', 'pipefail', '-c', variables + text],
          work,
        )
        expect(code, `${text}\n${output}`).toBe(name === 'fails' ? 1 : 0)
        variables += text.match(/^export .*\n/gm)?.join('') ?? ''
      }
    },
  )

  test('the tutorials and the examples is one text', async () => {
    const texts = new Map<string, string>()
    for (const document of ['client.md', 'test-an-opt-in.md', 'test-a-sale.md']) {
      for (const { text } of await blocksOf(document)) texts.set(text, document)
    }
    for (const file of await readdir(join(root, 'docs/examples'))) {
      // What is for proxies is run by the stories in `e2e/proxies.spec.ts`.
      if (!/\.(yaml|test\.ts)$/.test(file)) continue
      expect([...texts.keys()]).toContain(await readFile(join(root, 'docs/examples', file), 'utf8'))
    }
    const story = await readFile(join(root, 'e2e/client.spec.ts'), 'utf8')
    const [example] = [...texts.keys()].filter((text) => text.includes('binspect/playwright'))
    expect(story).toContain(example?.slice(example.indexOf('test(')))
  })
})

test('the example for Vitest passes', async () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--config', 'docs/examples/vitest.config.ts']
  const { code, output } = await run(process.execPath, args, root)
  expect(code, output).toBe(0)
})
