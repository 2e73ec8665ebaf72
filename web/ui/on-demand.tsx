import { useEffect, useState, type ComponentType } from 'react'

/** A component that is fetched when it is first drawn, or ahead of that. */
export type OnDemand<Props extends object> = ComponentType<Props> & { preload: () => void }

/**
 * Leaves a component out of the first script. Unlike `React.lazy` it is drawn at once where it has
 * been fetched ahead: a suspended tree waits up to 300 ms before it is shown.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const fetchPart = async (): Promise<void> => {
    try {
      loaded = await load()
    } catch {
      // The server was away: the next draw tries again.
      loading = null
    }
  }
  const fetchOnce = (): Promise<void> => {
    loading ??= fetchPart()
    return loading
  }
  function Part(props: Props) {
    const [Shown, setShown] = useState(() => loaded)
    useEffect(() => {
      let isDrawn = true
      if (!Shown) void fetchOnce().then(() => isDrawn && setShown(() => loaded))
      return () => {
        isDrawn = false
      }
    }, [Shown])
    return Shown && <Shown {...props} />
  }
  return Object.assign(Part, { preload: () => void fetchOnce() })
}
