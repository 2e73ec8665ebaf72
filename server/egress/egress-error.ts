import type { SendFault } from '../../shared/sending.ts'

/** Something was not sent, or no answer came of it: by this server's own rules or by the network's. */
export class EgressError extends Error {
  readonly code: SendFault

  constructor(code: SendFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EgressError'
    this.code = code
  }
}
