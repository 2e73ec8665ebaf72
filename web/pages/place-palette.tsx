import { useState } from 'react'
import { onDemand } from '../ui/on-demand.tsx'
import { usePaletteKey } from '../ui/use-palette-key.ts'

const PlaceCommands = onDemand(async () => (await import('./place-commands.tsx')).PlaceCommands)

/** The commands where no bin is open, at the same key as there. */
export function PlacePalette() {
  const [open, setOpen] = useState(false)
  usePaletteKey(() => setOpen(true))
  return open && <PlaceCommands onClose={() => setOpen(false)} />
}
