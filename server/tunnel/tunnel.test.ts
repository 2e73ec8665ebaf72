import { describe, expect, test } from 'vitest'
import { pauseBefore } from './backoff.ts'
import { heldTunnel } from './testing.ts'

const address = 'https://calm-sea.trycloudflare.com'

describe('a tunnel', () => {
  test('is up once its program has told an address', () => {
    const { tunnel, starts, says } = heldTunnel('cloudflared')
    const states: string[] = []
    tunnel.watch(() => states.push(tunnel.status().state))
    tunnel.start(5051)
    expect(starts[0]?.words.at(-1)).toBe('http://127.0.0.1:5051')
    expect(tunnel.status()).toMatchObject({ state: 'starting', url: null })
    says('2026 INF Requesting new quick Tunnel on trycloudflare.com...')
    says(`INF |  ${address}  |`)
    says('INF |  https://another.trycloudflare.com  |')
    expect(tunnel.status()).toEqual({
      program: 'cloudflared',
      state: 'up',
      url: address,
      detail: null,
    })
    expect(states).toEqual(['starting', 'up'])
  })

  test('that ends is started again, later each time, under whatever address it gets then', () => {
    const { tunnel, starts, says, ends, pass } = heldTunnel('cloudflared')
    tunnel.start(1)
    says(address)
    says('ERR Lost connection')
    ends()
    expect(tunnel.status()).toMatchObject({ state: 'down', url: address })
    expect(tunnel.status().detail).toMatch(/^It ended with code 1\. .*Lost connection$/)
    for (const pause of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      const before = starts.length
      pass(pause - 1)
      expect(starts).toHaveLength(before)
      pass(1)
      expect(starts).toHaveLength(before + 1)
      ends()
    }
    pass(60_000)
    says('https://new-name.trycloudflare.com')
    expect(tunnel.status()).toMatchObject({
      state: 'up',
      url: 'https://new-name.trycloudflare.com',
    })
  })

  test('that was up for a minute is started again soon', () => {
    const { tunnel, starts, says, ends, pass } = heldTunnel('cloudflared')
    tunnel.start(1)
    for (let time = 0; time < 3; time++) {
      ends()
      pass(60_000)
    }
    says(address)
    pass(60_000)
    ends()
    pass(1000)
    expect(starts).toHaveLength(5)
  })

  test('that tells no address in time is ended and started again', () => {
    const { tunnel, starts, says, pass } = heldTunnel('ngrok')
    tunnel.start(1)
    says('{"lvl":"eror","msg":"authentication failed"}')
    pass(29_999)
    expect(starts[0]?.stopped).toBe(false)
    pass(1)
    expect(starts[0]?.stopped).toBe(true)
    expect(tunnel.status().detail).toMatch(
      /^It has told no address for 30 s\..*authentication failed/,
    )
    pass(1000)
    expect(starts).toHaveLength(2)
  })

  test('whose address is known needs to tell none', () => {
    const url = 'https://hooks.example.com'
    const { tunnel, starts, says, pass } = heldTunnel('cloudflared tunnel run hooks', { url })
    tunnel.start(1)
    says('INF see https://developers.cloudflare.com')
    pass(100_000)
    expect(tunnel.status()).toMatchObject({ state: 'up', url })
    expect(starts).toHaveLength(1)
  })

  test('that is stopped stays so', async () => {
    const { tunnel, starts, says, pass } = heldTunnel('cloudflared')
    tunnel.start(1)
    says(address)
    await tunnel.stop()
    pass(100_000)
    expect(starts).toMatchObject([{ stopped: true }])
    const other = heldTunnel('cloudflared')
    other.tunnel.start(1)
    other.ends()
    other.tunnel.kill()
    other.pass(100_000)
    expect(other.starts).toHaveLength(1)
  })

  test('is logged in lines that steer no terminal, and not for ever', () => {
    const { tunnel, says, lines } = heldTunnel('x {port}')
    tunnel.start(1)
    says('a\u001b]0;pwned\u0007\u202eb')
    expect(lines).toMatchObject([{ tunnel: 'x', line: 'a\\u001b]0;pwned\\u0007\\u202eb' }])
    for (let line = 0; line < 100; line++) says('again')
    expect(lines).toHaveLength(50)
  })
})

test('a pause is half chance, and at most a minute', () => {
  expect([pauseBefore(1, 0), pauseBefore(1, 1)]).toEqual([500, 1000])
  expect([pauseBefore(3, 0), pauseBefore(3, 1)]).toEqual([2000, 4000])
  expect([pauseBefore(99, 0), pauseBefore(99, 1)]).toEqual([30_000, 60_000])
})
