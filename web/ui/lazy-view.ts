import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** A view that is fetched when it is first drawn, or a little before. */
export type LazyView<Props> = LazyExoticComponent<ComponentType<Props>> & {
  /** Fetches it now, so that it is there when it is drawn. */
  fetch: () => Promise<void>
}

/** @param load imports the view from a module of its own */
export function lazyView<Props>(load: () => Promise<ComponentType<Props>>): LazyView<Props> {
  const view = lazy(async () => ({ default: await load() }))
  return Object.assign(view, {
    async fetch() {
      await load()
    },
  })
}
