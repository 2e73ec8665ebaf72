import type { ReactNode, Ref } from 'react'
import style from './scroll-region.module.css'

type ScrollRegionProps = {
  label: string
  className?: string | undefined
  ref?: Ref<HTMLElement>
  children: ReactNode
}

/** A part of the page that scrolls by itself; with the keyboard too, so it takes the focus. */
export function ScrollRegion({ label, className, ref, children }: ScrollRegionProps) {
  return (
    <section
      ref={ref}
      className={`${style.region} ${className ?? ''}`}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as said above
      tabIndex={0}
    >
      {children}
    </section>
  )
}
