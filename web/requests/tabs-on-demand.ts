import { onDemand } from '../ui/on-demand.tsx'

/** The body is what most people open first: it is fetched ahead, with the worker that reads it. */
export const BodyTab = onDemand(async () => {
  const [{ BodyTab }, { warmUp }] = await Promise.all([
    import('./body-tab.tsx'),
    import('../body/read-later.ts'),
  ])
  warmUp()
  return BodyTab
})

export const RawTab = onDemand(async () => (await import('./raw-tab.tsx')).RawTab)
export const CopyTab = onDemand(async () => (await import('./copy-tab.tsx')).CopyTab)
