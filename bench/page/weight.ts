import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

/** Script that the page needs to start, compressed. @param web folder of the built page */
export async function measureWeight(web: string): Promise<Figure[]> {
  const html = await readFile(join(web, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)]
  const files = await Promise.all(scripts.map(([, path = '']) => readFile(join(web, path))))
  const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  return [{ name: 'initial script, gzip', value: bytes / 1000, unit: 'kB', most: 100 }]
}
