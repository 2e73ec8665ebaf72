import { at, escapedFlag, isKey, isKind, type JsonTape, Kind, stringAt } from './document.ts'

/** Up to so many members, comparing each with each beats hashing. */
const smallObject = 16

/** The keys of an object that repeat an earlier one, escapes undone. */
export function repeatedKeys(tape: JsonTape, object: number): number[] {
  const end = at(tape.nexts, object)
  const repeated: number[] = []
  let count = 0
  for (let key = object + 1; key < end; key = at(tape.nexts, key)) {
    if (++count > smallObject) return repeatedInLarge(tape, object)
    for (let earlier = object + 1; earlier < key; earlier = at(tape.nexts, earlier)) {
      if (!sameKey(tape, earlier, key)) continue
      repeated.push(key)
      break
    }
  }
  return repeated
}

function repeatedInLarge(tape: JsonTape, object: number): number[] {
  const end = at(tape.nexts, object)
  const repeated: number[] = []
  const seen = new Set<string>()
  for (let key = object + 1; key < end; key = at(tape.nexts, key)) {
    const size = seen.size
    if (seen.add(stringAt(tape, key)).size === size) repeated.push(key)
  }
  return repeated
}

function sameKey(tape: JsonTape, a: number, b: number): boolean {
  if ((at(tape.kinds, a) | at(tape.kinds, b)) & escapedFlag) {
    return stringAt(tape, a) === stringAt(tape, b)
  }
  const { text } = tape
  const end = at(tape.ends, a)
  let i = at(tape.starts, a)
  let j = at(tape.starts, b)
  if (end - i !== at(tape.ends, b) - j) return false
  while (i < end && text.charCodeAt(i) === text.charCodeAt(j)) {
    i++
    j++
  }
  return i === end
}

/**
 * Whether a key is one that pollutes prototypes where objects are merged carelessly: `__proto__`,
 * or `prototype` inside `constructor`. A member called `constructor` alone is harmless.
 */
export function isSuspicious(tape: JsonTape, key: number): boolean {
  if (isKey(tape, key, '__proto__')) return true
  if (!isKey(tape, key, 'prototype')) return false
  const outer = at(tape.parents, at(tape.parents, key))
  return outer >= 0 && isKind(tape, outer, Kind.key) && isKey(tape, outer, 'constructor')
}
