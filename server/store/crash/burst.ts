import { writeSync } from 'node:fs'
import { openDiskStore } from '../disk.ts'
import { sampleBin, sampleHead } from '../samples.ts'

// A process that is made to be killed: appends as fast as it can, and tells of each request that
// it was promised to be kept.
const [, , dir = '', durability] = process.argv
const store = await openDiskStore({
  dir,
  durability: durability === 'disk' ? 'disk' : 'process',
  segmentSize: 200_000,
  limits: { requests: 1e6 },
})
if (!store.bins.get('a')) await store.bins.create(sampleBin('a'))

async function sender(name: string): Promise<never> {
  for (let count = 0; ; count += 1) {
    const text = `${process.pid} ${name} ${count}`
    const seq = await store.append('a', sampleHead(), Buffer.from(text.padEnd(1000, '.')))
    writeSync(1, `${seq} ${text}\n`)
  }
}

await Promise.all(Array.from({ length: 64 }, (_, index) => sender(String(index))))
