/** Stable words for what went wrong; the `code` of a problem document (RFC 9457). */
export type ProblemCode =
  | 'bin-not-found'
  | 'request-not-found'
  | 'event-not-found'
  | 'shape-not-found'
  | 'scenario-not-found'
  | 'invalid-scenario'
  | 'no-golden-run'
  | 'target-not-allowed'
  | 'playback-running'
  | 'not-found'
  | 'method-not-allowed'
  | 'upgrade-required'
  | 'bin-exists'
  | 'invalid-input'
  | 'invalid-json'
  | 'invalid-search'
  | 'body-too-large'
  | 'content-type-not-allowed'
  | 'unknown-encoding'
  | 'not-decodable'
  | 'owner-key-required'
  | 'owner-key-wrong'
  | 'share-not-found'
  | 'share-ended'
  | 'share-password-required'
  | 'share-password-wrong'
  | 'share-not-allowed'
  | 'host-not-allowed'
  | 'origin-not-allowed'
  | 'cross-site-request'
  | 'no-match'
  | 'too-many-requests'
  | 'request-corrupt'
  | 'storage-full'
  | 'storage-unavailable'
  | 'shutting-down'
  | 'internal-error'

/** A problem document as sent. */
export type Problem = {
  /** `urn:binspect:problem:<code>`. */
  type: string
  title: string
  status: number
  detail: string
  code: ProblemCode
  /** JSON Pointer to the offending part of the input, where there is one. */
  pointer?: string
  /** UTF-16 offset into the offending text, where it is a text. */
  position?: number
}
