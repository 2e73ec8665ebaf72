const gap = 4
const margin = 8

/** Places a popover under its button, inside the window; above it where there is more room. */
export function placeBelow(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect()
  const below = innerHeight - anchor.bottom - gap - margin
  const above = anchor.top - gap - margin
  const up = below < Math.min(popover.scrollHeight, 240) && above > below
  popover.style.maxHeight = `${up ? above : below}px`
  const { width, height } = popover.getBoundingClientRect()
  popover.style.top = `${up ? anchor.top - gap - height : anchor.bottom + gap}px`
  const right = anchor.right - width
  popover.style.left = `${Math.max(margin, Math.min(right, innerWidth - width - margin))}px`
}
