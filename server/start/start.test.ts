import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { OpenError } from '../store/open-error.ts'
import { startApp, type RunningApp } from '../testing/start.ts'
import { bannerText } from './banner.ts'
import { exitOf } from './exit.ts'
import { listenAsAsked } from './listen.ts'
import { createLogSink } from './log-sink.ts'
import { createStop } from './stop.ts'

describe('a port', () => {
  const open: Server[] = []
  let app: RunningApp | undefined
  afterEach(async () => {
    for (const server of open.splice(0)) server.close()
    await app?.stop()
  })

  /** Takes a port and gives its number. */
  function take(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const server = createServer().on('error', reject)
      open.push(server)
      server.listen(port, '127.0.0.1', () => {
        // A server that listens on a port has an address with one.
        resolve((server.address() as AddressInfo).port)
      })
    })
  }

  /** The app, not listening yet. */
  async function quietApp(host = '127.0.0.1') {
    app = await startApp({ host })
    await app.app.close(0)
    return app.app
  }

  test('that is taken gives way to the next, where none was named', async () => {
    const port = await take(0)
    const address = await listenAsAsked(await quietApp(), { port, portNamed: false, host: '' })
    expect(address.port).toBeGreaterThan(port)
  })

  test('that is taken and was named is an error that says what to do', async () => {
    const port = await take(0)
    const listening = listenAsAsked(await quietApp(), { port, portNamed: true, host: '127.0.0.1' })
    await expect(listening).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`)
  })

  test('0 is any', async () => {
    const address = await listenAsAsked(await quietApp(), { port: 0, portNamed: true, host: '' })
    expect(address.port).toBeGreaterThan(0)
  })
})

describe('an address that is not this machine', () => {
  test.each(['192.0.2.1', 'no-such-host.invalid'])('%s is told in one line', async (host) => {
    const starting = startApp({ host })
    await expect(starting).rejects.toThrow()
    const app = { listen: () => starting.then(() => ({ host, port: 1 })) }
    const listening = listenAsAsked(app, { port: 1, portNamed: true, host })
    await expect(listening).rejects.toThrow(/is no address of this machine. See --host./)
  })
})

describe('the exit code', () => {
  test.each([
    ['locked', 69],
    ['damaged', 65],
    ['newer-format', 65],
    ['unusable', 73],
  ] as const)('for data that is %s is %i', (code, exit) => {
    expect(exitOf(new OpenError(code, 'why'))).toEqual({ code: exit, message: 'why' })
  })

  test('for what nobody foresaw is 1, with the place', () => {
    expect(exitOf(new Error('odd'))).toEqual({ code: 1, message: expect.stringContaining('at ') })
    expect(exitOf('odd')).toEqual({ code: 1, message: 'odd' })
  })
})

describe('stopping', () => {
  const whenSettled = () => new Promise((resolve) => setImmediate(resolve))

  test('finishes first, and ends with the code asked for', async () => {
    const steps: unknown[] = []
    const finish = async () => {
      steps.push('finish')
    }
    createStop(finish, (code) => steps.push(code))(0)
    await whenSettled()
    expect(steps).toEqual(['finish', 0])
  })

  test('that fails ends with 1', async () => {
    const codes: number[] = []
    createStop(
      async () => Promise.reject(new Error('disk')),
      (code) => codes.push(code),
    )(0)
    await whenSettled()
    expect(codes).toEqual([1])
  })

  test('asked for again ends at once, unless the two are one', async () => {
    const codes: number[] = []
    const stop = createStop(
      () => new Promise(() => {}),
      (code) => codes.push(code),
    )
    stop(0)
    stop(0)
    expect(codes).toEqual([])
    await expect
      .poll(() => {
        stop(0)
        return codes
      })
      .toContain(1)
  })
})

describe('the log', () => {
  test('is written once a turn, in order', async () => {
    const writes: string[] = []
    const sink = createLogSink({ write: (text) => writes.push(text) > 0, writableLength: 0 })
    sink.write('a\n')
    sink.write('b\n')
    expect(writes).toEqual([])
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    sink.write('c\n')
    sink.flush()
    expect(writes).toEqual(['a\nb\n', 'c\n'])
  })

  test('loses lines rather than memory where nobody reads', () => {
    const writes: string[] = []
    const full = { write: (text: string) => writes.push(text) > 0, writableLength: 5 * 2 ** 20 }
    const sink = createLogSink(full)
    sink.write('a\n')
    sink.flush()
    expect(writes).toEqual([])
  })
})

test('the banner says where to look, where data is kept, and how to stop', () => {
  const facts = { version: '1.2.3', url: 'http://127.0.0.1:5051', data: '/d' }
  const text = bannerText({ ...facts, takenPort: 5050 })
  expect(text).toContain('Open   http://127.0.0.1:5051   (port 5050 was taken)')
  expect(text).toContain('Data   /d')
  expect(text).toContain('Ctrl+C')
  expect(text).not.toMatch(/Send|Tunnel/)
  const capture = 'http://127.0.0.1:5051'
  const exposed = bannerText({ ...facts, takenPort: null, capture, tunnel: 'ngrok' })
  expect(exposed).toContain('Send   http://127.0.0.1:5051/bin/…   (for senders)')
  expect(exposed).toContain('Tunnel ngrok is starting')
  expect(bannerText({ ...facts, data: null, takenPort: null })).toContain('gone when the server')
})
