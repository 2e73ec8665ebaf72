import { useEffect, useState } from 'react'
import type { TunnelStatus } from '../../shared/api.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../services.ts'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import style from './why-nothing.module.css'

/** How the tunnel fares through which senders come, where the server has started one. */
export function TunnelNote({ session }: { session: BinSession }) {
  const { client } = useServices()
  const { t } = useWords()
  // The server tells the bin anew whenever something has become of its tunnel.
  const bin = usePart(session.state, ({ bin }) => bin)
  const [tunnel, setTunnel] = useState<TunnelStatus>()
  useEffect(() => {
    client('health', {}).then(
      (health) => setTunnel(health.tunnel),
      () => setTunnel(undefined),
    )
  }, [client, bin])
  if (!tunnel) return null
  const { program, state, url, detail } = tunnel
  return (
    <output className={style.tunnel}>
      {t(`why.tunnel.${state}`, { program, url: url ?? '', detail: detail ?? '' })}
    </output>
  )
}
