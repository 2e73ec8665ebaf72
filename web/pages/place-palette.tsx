import { useState } from 'react'
import { useServices } from '../shell/services.ts'
import { onDemand } from '../ui/on-demand.tsx'
import { usePaletteKey } from '../ui/use-palette-key.ts'

const PlaceCommands = onDemand(async () => (await import('./place-commands.tsx')).PlaceCommands)

/** The commands where no bin is open, at the same key as there; who sees shares alone has none. */
export function PlacePalette() {
  const [open, setOpen] = useState(false)
  const { hasHome, isShared } = useServices()
  usePaletteKey(() => setOpen(hasHome && !isShared))
  return open && <PlaceCommands onClose={() => setOpen(false)} />
}
