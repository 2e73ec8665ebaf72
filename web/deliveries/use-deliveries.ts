import { createContext, use } from 'react'
import type { DeliveryList } from '../../shared/attempts/delivery-list.ts'

/** The deliveries and alarms of the bin that is shown; none until they are read. */
export const DeliveriesContext = createContext<DeliveryList>({ deliveries: [], alarms: [] })

export function useDeliveries(): DeliveryList {
  return use(DeliveriesContext)
}
