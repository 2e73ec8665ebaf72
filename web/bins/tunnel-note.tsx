import { useEffect, useState } from 'react'
import type { TunnelStatus } from '../../shared/health.ts'
import type { Bin } from '../../shared/bin.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import style from './why-nothing.module.css'

/** How the tunnel fares through which senders come, where the server has started one. */
export function TunnelNote({ session }: { session: BinSession }) {
  const { client } = useServices()
  const { t } = useBinWords()
  const [tunnel, setTunnel] = useState<TunnelStatus>()
  useEffect(() => {
    let seen: Bin | null = null
    const look = () => {
      const { bin } = session.state.get()
      if (!bin || bin === seen) return
      seen = bin
      client('health', {}).then(
        (health) => setTunnel(health.tunnel),
        () => setTunnel(undefined),
      )
    }
    look()
    // The server tells the bin anew whenever something has become of its tunnel.
    return session.state.subscribe(look)
  }, [client, session])
  if (!tunnel) return null
  const { program, state, url, detail } = tunnel
  return (
    <output className={style.tunnel}>
      {t(`why.tunnel.${state}`, { program, url: url ?? '', detail: detail ?? '' })}
    </output>
  )
}
