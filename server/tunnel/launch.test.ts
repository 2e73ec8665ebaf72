import { expect, test } from 'vitest'
import { eventually } from '../testing/raw-client.ts'
import { launch } from './launch.ts'
import { isAlive } from './testing.ts'

/** Starts a script of Node; it tells its process id once it has been set up. */
function start(script: string) {
  const heard: string[] = []
  const ends: string[] = []
  const words = [process.execPath, '-e', `${script}; console.log('pid ' + process.pid)`]
  const running = launch(words, {
    line: (line) => heard.push(line),
    end: (reason) => ends.push(reason),
  })
  const pid = async () => {
    const told = () => heard.find((line) => line.startsWith('pid '))
    await eventually(() => told() !== undefined)
    return Number(told()?.slice(4))
  }
  return { running, heard, ends, pid }
}

test('both outputs are heard, and the end with its code', async () => {
  const { heard, ends } = start(`console.error('to err'); process.exitCode = 3`)
  await eventually(() => ends.length > 0)
  expect(heard).toContain('to err')
  expect(ends).toEqual(['ended with code 3'])
})

test('a program that is not there ends at once', async () => {
  const ends: string[] = []
  launch(['/no/such/program'], { line: () => {}, end: (reason) => ends.push(reason) })
  await eventually(() => ends.length > 0)
  expect(ends).toHaveLength(1)
})

test('a program is asked to end, and says goodbye', async () => {
  const { running, heard, pid } = start(
    `process.on('SIGTERM', () => { console.log('bye'); process.exit() }); setInterval(() => {}, 1e6)`,
  )
  const id = await pid()
  await running.stop()
  expect(heard).toContain('bye')
  expect(isAlive(id)).toBe(false)
})

test('one that does not listen is ended, with all that it has started', async () => {
  const child = `require('child_process').spawn('sleep', ['1000']).pid`
  const { running, heard, pid } = start(
    `process.on('SIGTERM', () => {}); console.log(${child}); setInterval(() => {}, 1e6)`,
  )
  const id = await pid()
  await running.stop()
  await eventually(() => !isAlive(id))
  await eventually(() => !isAlive(Number(heard[0])))
})
