/** What of a bin a share shows. */
export type ShareScope =
  | { kind: 'bin' }
  /** Requests that match a search. */
  | { kind: 'view'; q: string }
  | { kind: 'request'; seq: number }
  /** What became of a scenario, and the requests that it is about. */
  | { kind: 'scenario'; id: string }

/** A read-only link to a bin, as its owner sees it; its token is told only once. */
export type Share = {
  id: string
  name: string
  scope: ShareScope
  createdAt: string
  expiresAt: string | null
  /** When it was last read with, to the minute; `null`: never. */
  lastUsedAt: string | null
  hasPassword: boolean
  /** Whether personal data and secrets are hidden. */
  mask: boolean
  /** Whether viewers are told the capture URL. */
  captureUrl: boolean
}

/** Answer to making a share: the only time its token is told. */
export type CreatedShare = { share: Share; token: string; url: string }

/** What a viewer is told of the share. Its id stands for the bin in every address. */
export type SharedView = {
  id: string
  name: string
  scope: Exclude<ShareScope, { kind: 'view' }> | { kind: 'view' }
  expiresAt: string | null
  mask: boolean
}

/** Shows that the password of a share was given: appended to its token after a dot. */
export type SharePass = { pass: string }

/** A share's token: `share_<id>_<secret>`, and after a dot the pass, where there is a password. */
export type ShareToken = { id: string; token: string; pass: string | null }

const form = /^(share_([0-9a-z]{16})_[\w-]{32})(?:\.([\w-]{43}))?$/

/** Takes a bearer token apart; `null` where it is none of a share. */
export function parseShareToken(text: string): ShareToken | null {
  const [, token, id, pass = null] = form.exec(text) ?? []
  return token === undefined || id === undefined ? null : { id, token, pass }
}
