import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** `npm start`, as people and service managers run it. */
async function npmStart() {
  const npm = spawn('npm', ['start', '--silent', '--', '--port', '0', '--memory'], {
    cwd: root,
    env: { ...process.env, BINSPECT_READY: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const exited = once(npm, 'exit').then(([code, signal]) => ({ code, signal }))
  let said = ''
  npm.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await expect.poll(() => said).toContain('ready http://')
  return { pid: npm.pid ?? 0, exited, url: /ready (\S+)/.exec(said)?.[1] ?? '' }
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  for (const whom of ['npm alone', 'all of its processes'] as const) {
    test(`npm start ends with 0, its server with it, when ${signal} is sent to ${whom}`, async () => {
      test.skip(process.platform === 'win32', 'Windows has no signals.')
      const { pid, exited, url } = await npmStart()
      const { bin, ownerKey } = await (await fetch(`${url}/api/bins`, { method: 'POST' })).json()
      await fetch(`${url}/api/bins/${bin.id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${ownerKey}` },
        body: '{"reply":{"delay":60000,"body":"in time"}}',
      })
      const underWay = fetch(`${url}/bin/${bin.id}`, { method: 'POST' })
      await expect
        .poll(async () => (await (await fetch(`${url}/api/bins/${bin.id}`)).json()).latest)
        .toBe(1)
      process.kill(whom === 'npm alone' ? pid : -pid, signal)
      expect(await (await underWay).text()).toBe('in time')
      expect(await exited).toEqual({ code: 0, signal: null })
      await expect(fetch(url)).rejects.toThrow()
    })
  }
}
