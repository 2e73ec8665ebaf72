import { useEffect, useState, type ComponentType } from 'react'

/** A component that is fetched when it is first drawn, or ahead of that. */
export type OnDemand<Props extends object> = ComponentType<Props> & {
  preload: () => void
}

/**
 * Leaves a component out of the first script. Unlike `React.lazy` it is drawn at once where it has
 * been fetched ahead (a suspended tree waits up to 300 ms before it is shown), and it survives a
 * server that is away: nothing is drawn until it has been fetched.
 * @param load imports the component from a module of its own; tried again as long as it fails
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const loadPart = async (): Promise<void> => {
    loaded = await untilLoaded(load)
  }
  const loadOnce = (): Promise<void> => {
    loading ??= loadPart()
    return loading
  }
  function Part(props: Props) {
    const [Shown, setShown] = useState(() => loaded)
    useEffect(() => {
      let isDrawn = true
      if (!Shown) void loadOnce().then(() => isDrawn && setShown(() => loaded))
      return () => {
        isDrawn = false
      }
    }, [Shown])
    return Shown && <Shown {...props} />
  }
  return Object.assign(Part, { preload: () => void loadOnce() })
}

async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let pause = 500; ; pause = Math.min(2 * pause, 5000)) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
