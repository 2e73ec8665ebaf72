const gap = 4
const margin = 8

/** Places a popover under its button, inside the window; above it where there is more room. */
export function placeBelow(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect()
  const below = innerHeight - anchor.bottom - gap - margin
  const above = anchor.top - gap - margin
  const up = below < Math.min(popover.scrollHeight, 240) && above > below
  popover.style.maxHeight = `${up ? above : below}px`
  popover.style.top = `${up ? anchor.top - gap - popover.offsetHeight : anchor.bottom + gap}px`
  // Held at the side of the nearer edge: what comes in later makes it wider into the window.
  const isLeft = anchor.left < innerWidth / 2
  popover.style.left = isLeft ? `${Math.max(margin, anchor.left)}px` : 'auto'
  popover.style.right = isLeft ? 'auto' : `${Math.max(margin, innerWidth - anchor.right)}px`
}
