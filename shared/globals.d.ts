/** A file's text, inlined by the bundler: documented samples are kept as printed. */
declare module '*?raw' {
  const text: string
  export default text
}

// The few globals that Node and every browser share. Declared here rather than through the DOM
// library, so that nothing else of the DOM can be used in this part by accident.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string
}

/** Bytes of base64, one a character. @throws DOMException */
declare function atob(text: string): string

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

interface AbortSignal {
  readonly aborted: boolean
}
