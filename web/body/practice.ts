import { readBytes } from './reading.ts'

/**
 * Reads a made-up body again and again. Code that has run for a while is several times as fast as
 * code that has not: the first body that somebody opens should not be the one that pays for it.
 * Lets messages in between, and ends where there is something real to be read.
 */
export async function practice(isOver: () => boolean): Promise<void> {
  const item = '{"id":1.5,"name":"caf\\u00e9 é","list":[true,null,"x"],"more":{"key":"value"}},'
  const bytes = new TextEncoder().encode(`[${item.repeat(500)}0]`)
  for (let round = 0; round < 12 && !isOver(); round++) {
    readBytes(bytes, 'application/json', 'best')
    await nextTask()
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
