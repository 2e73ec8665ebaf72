/** Place of a request in the order in which its connection brought them. */
export type Turn = { before: Turn | null; over: boolean; next: (() => void) | null }

/** Stands behind the request that came before on the same connection. */
export function newTurn(before: Turn | null): Turn {
  return { before, over: false, next: null }
}

/** Acts when the request before has acted: a short body must not overtake a long one. */
export function inTurn(turn: Turn, action: () => void): void {
  const { before } = turn
  turn.before = null
  const act = () => {
    action()
    turn.over = true
    turn.next?.()
  }
  if (before === null || before.over) act()
  else before.next = act
}
