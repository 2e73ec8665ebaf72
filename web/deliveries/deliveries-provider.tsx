import { useCallback, useEffect, type ReactNode } from 'react'
import type { DeliveryInfo } from '../../shared/attempts/delivery-list.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useServices } from '../shell/services.ts'
import { useFollowed } from '../shell/use-followed.ts'
import { DeliveriesContext } from './use-deliveries.ts'

const none = { deliveries: [], alarms: [] }

type DeliveriesProviderProps = { session: BinSession; children: ReactNode }

/** Keeps the deliveries of a bin at hand. Where they cannot be read the page goes on without. */
export function DeliveriesProvider({ session, children }: DeliveriesProviderProps) {
  const { client } = useServices()
  const read = useCallback(
    () => client('listDeliveries', { params: { id: session.id }, key: session.key() }),
    [client, session],
  )
  const { value } = useFollowed(session, read)
  useEffect(() => {
    if (value) session.folds.setDeliveries(certain(value.deliveries))
  }, [session, value])
  return <DeliveriesContext value={value ?? none}>{children}</DeliveriesContext>
}

/** Deliveries that the sender has named: what merely looks the same is not folded away. */
function certain(deliveries: readonly DeliveryInfo[]) {
  return deliveries
    .filter(({ kind }) => kind === 'message-id')
    .map(({ key, seqs }) => ({ key, seqs }))
}
