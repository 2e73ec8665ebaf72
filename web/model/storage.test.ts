import { describe, expect, it } from 'vitest'
import { createSlot, type Storage } from './storage.ts'

const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined)

describe('createSlot', () => {
  it('reads back what was written, also by another slot', () => {
    const storage = memoryStorage()
    createSlot(() => storage, 'n', asNumber, 0).write(7)
    expect(createSlot(() => storage, 'n', asNumber, 0).read()).toBe(7)
  })

  it('sees what another tab has written since', () => {
    const storage = memoryStorage()
    const slot = createSlot(() => storage, 'n', asNumber, 0)
    slot.write(1)
    storage.setItem('n', '2')
    expect(slot.read()).toBe(2)
  })

  it.each(['{', '"seven"', 'null'])('takes the fallback where %s is stored', (text) => {
    const storage = memoryStorage()
    storage.setItem('n', text)
    expect(createSlot(() => storage, 'n', asNumber, 5).read()).toBe(5)
  })

  it('remembers in memory where storage is forbidden', () => {
    const slot = createSlot(
      () => {
        throw new Error('SecurityError')
      },
      'n',
      asNumber,
      0,
    )
    expect(slot.read()).toBe(0)
    slot.write(9)
    expect(slot.read()).toBe(9)
  })

  it('remembers in memory where storage is full', () => {
    const full = { ...memoryStorage(), setItem: () => raise('QuotaExceededError') }
    const slot = createSlot(() => full, 'n', asNumber, 0)
    slot.write(9)
    expect(slot.read()).toBe(9)
  })
})

function raise(message: string): never {
  throw new Error(message)
}

function memoryStorage(): Storage {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  }
}
