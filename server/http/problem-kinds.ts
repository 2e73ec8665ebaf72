import type { ProblemCode } from '../../shared/problem.ts'

type Kind = {
  status: number
  title: string
  /** What a person can do about it. */
  next?: string
}

/** Status and words of every problem. */
export const problemKinds: Record<ProblemCode, Kind> = {
  'bin-not-found': {
    status: 404,
    title: 'There is no such bin',
    next: 'Look at the address again, or make a new bin.',
  },
  'request-not-found': {
    status: 404,
    title: 'There is no such request',
    next: 'It may have been deleted, or given way to newer ones.',
  },
  'event-not-found': { status: 404, title: 'There is no such event' },
  'shape-not-found': { status: 404, title: 'There is no such shape' },
  'scenario-not-found': { status: 404, title: 'There is no such scenario' },
  'invalid-scenario': { status: 400, title: 'The scenario cannot be read' },
  'no-golden-run': { status: 409, title: 'There is no such run' },
  'target-not-allowed': {
    status: 403,
    title: 'Nothing may be sent there',
    next: 'Start the server with --forward-to and the address.',
  },
  'playback-running': { status: 409, title: 'A playback is under way' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This method is not allowed here' },
  'upgrade-required': { status: 426, title: 'This is a live stream' },
  'bin-exists': { status: 409, title: 'This bin exists already', next: 'Choose another id.' },
  'invalid-input': { status: 400, title: 'The input is not valid' },
  'invalid-json': { status: 400, title: 'The input is not JSON' },
  'invalid-search': { status: 400, title: 'The search cannot be read' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'content-type-not-allowed': {
    status: 403,
    title: 'This content type is not allowed',
    next: 'Send JSON with "Content-Type: application/json".',
  },
  'unknown-encoding': {
    status: 415,
    title: 'The content encoding is not known',
    next: 'Download the bytes as they came.',
  },
  'not-decodable': {
    status: 422,
    title: 'The body cannot be decoded',
    next: 'Download the bytes as they came.',
  },
  'owner-key-required': {
    status: 401,
    title: 'The owner key is needed',
    next: 'Send "Authorization: Bearer <owner key>". The key was shown when the bin was made.',
  },
  'share-not-found': { status: 404, title: 'There is no such share' },
  'share-ended': {
    status: 401,
    title: 'This link has ended',
    next: 'It has expired or been revoked: ask who gave it to you for a new one.',
  },
  'share-password-required': { status: 401, title: 'This link wants a password' },
  'share-password-wrong': { status: 403, title: 'The password is wrong' },
  'share-not-allowed': { status: 403, title: 'A shared link is for reading only' },
  'owner-key-wrong': { status: 403, title: 'The owner key is wrong' },
  'host-not-allowed': {
    status: 421,
    title: 'This host name is not allowed',
    next: 'Open the address that the server printed, or start it with --allowed-host or --public-url.',
  },
  'origin-not-allowed': { status: 403, title: 'Requests from this origin are not allowed' },
  'cross-site-request': { status: 403, title: 'Requests from other sites are not allowed' },
  'no-match': { status: 408, title: 'No matching request came in time' },
  'too-many-requests': { status: 429, title: 'Too many at once', next: 'Wait a little.' },
  'request-corrupt': {
    status: 500,
    title: 'The request cannot be read back',
    next: 'Its record on disk is damaged; the log of the server says where.',
  },
  'storage-full': { status: 507, title: 'The storage is full', next: 'Make room and try again.' },
  'storage-unavailable': { status: 503, title: 'The storage is not available' },
  'shutting-down': { status: 503, title: 'The server is shutting down' },
  'internal-error': { status: 500, title: 'Something went wrong in the server' },
}
