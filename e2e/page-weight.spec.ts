import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const web = resolve(import.meta.dirname, '../dist/web')
/** Bytes of script, compressed, before anything is shown: React alone is two thirds of it. */
const most = 100_000

test('what the page needs to start is small; the rest is fetched where it is opened', () => {
  const html = readFileSync(resolve(web, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)]
  const sizes = scripts.map(([, path = '']) => gzipSync(readFileSync(resolve(web, path))).length)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most)
})
