import type { KeyboardEvent } from 'react'
import { at } from '../../shared/json/document.ts'
import { Role } from '../../shared/json/layout.ts'
import type { LaidOut } from './laid-out.ts'
import { isFoldable, rowOfLine } from './rows.ts'
import type { Folds } from './use-folds.ts'

/** The keyboard of a tree: up and down, right into a container and left out of it, folding on the way. */
export function useTreeKeys({ lines }: LaidOut, folds: Folds) {
  const { shown, folded, current } = folds

  /** The nearest line in a direction that bears more than a closing bracket. */
  const step = (by: 1 | -1): number | undefined => {
    let row = current === null ? -1 : rowOfLine(shown, current)
    do row += by
    while (at(lines.roles, shown[row] ?? -1) === Role.close && row in shown)
    return shown[row]
  }
  const isOpen = (line: number) => isFoldable(lines, line) && !folded.has(line)
  const parent = (line: number) => {
    for (let above = line - 1; above >= 0; above--) {
      if (isFoldable(lines, above) && at(lines.matches, above) >= line) return above
    }
    return undefined
  }
  const moves: Record<string, () => number | undefined> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => shown[0],
    End: () => shown.at(-1),
    ArrowRight() {
      if (current === null || isOpen(current)) return step(1)
      if (folded.has(current)) folds.toggle(current)
      return undefined
    },
    ArrowLeft() {
      if (current === null) return undefined
      if (!isOpen(current)) return parent(current)
      folds.toggle(current)
      return undefined
    },
    Enter() {
      if (current !== null && isFoldable(lines, current)) folds.toggle(current)
      return undefined
    },
  }
  return (event: KeyboardEvent) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey)
    if (event.target !== event.currentTarget || !isPlain || !Object.hasOwn(moves, event.key)) return
    event.preventDefault()
    const line = moves[event.key]?.()
    if (line !== undefined) folds.select(line)
  }
}
