import type { ServerResponse } from 'node:http'

/** Policy of the page: its own scripts and styles, its own server, nothing else. */
export function pagePolicy(moreStyles = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${moreStyles}`.trim(),
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The page's one worker is started at an address that the build has fixed.
    'trusted-types binspect-worker',
  ].join('; ')
}

/** Policy of what a sender has written, whatever a browser takes it for. */
export const capturedPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Addresses are what gives access to a bin: they go nowhere.
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
}

/** Sets the security headers that every answer of the control plane carries. */
export function secure(res: ServerResponse, policy: string = pagePolicy()): void {
  res.setHeader('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
}
