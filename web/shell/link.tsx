import type { ComponentProps, MouseEvent } from 'react'
import type { Route } from './router.ts'
import { useServices } from './services.ts'

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  to: Exclude<Route, { page: 'unknown' }>
  replace?: boolean
}

/** A link inside the page; with a modifier key or another button it is any link. */
export function Link({ to, replace = false, onClick, children, ...rest }: LinkProps) {
  const { router } = useServices()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey)
    if (!isPlain || event.altKey) return
    event.preventDefault()
    onClick?.(event)
    router.go(to, { replace })
  }
  return (
    <a {...rest} href={router.href(to)} onClick={follow}>
      {children}
    </a>
  )
}
