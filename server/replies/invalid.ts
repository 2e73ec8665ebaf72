/** A reply setting that cannot be used, with the place of it in the input. */
export class InvalidReply extends Error {
  /** JSON Pointer into the settings: `/headers/0`. */
  readonly pointer: string

  constructor(pointer: string, message: string) {
    super(message)
    this.name = 'InvalidReply'
    this.pointer = pointer
  }
}
