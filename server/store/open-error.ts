export type OpenErrorCode =
  /** Another process works in the folder. */
  | 'locked'
  /** The data cannot be trusted as it stands: `recover` keeps the bad part aside and goes on. */
  | 'damaged'
  /** The data was written by a newer version; nothing was touched. */
  | 'newer-format'
  /** The folder cannot be made, read or written. */
  | 'unusable'

/** Why a data folder cannot be opened, in one line that names the path and what to do. */
export class OpenError extends Error {
  readonly code: OpenErrorCode

  constructor(code: OpenErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OpenError'
    this.code = code
  }
}
