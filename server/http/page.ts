import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { HttpProblem } from './problem.ts'
import { parseTarget, wayToRoot } from './target.ts'

/** The built page and its assets. */
export type Page = {
  /**
   * Sends the page; it works at any path. @throws HttpProblem `not-found` where it is not built
   * @param place `hasHome`: unless there is no start page where it is shown
   */
  send: (req: IncomingMessage, res: ServerResponse, place?: { hasHome: boolean }) => void
  /** Sends a file of the build. @returns false where the path names none */
  sendFile: (req: IncomingMessage, res: ServerResponse) => boolean
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Reads the build once. What is served is what was found then: no path of a request ever becomes
 * a path of a file.
 */
export function createPage(webRoot: string): Page {
  const files = readFiles(webRoot)
  const index = files.get('/index.html')?.toString()

  return {
    send(req, res, { hasHome } = { hasHome: true }) {
      if (index === undefined) {
        throw new HttpProblem('not-found', 'The page is not built: run "npm run build".')
      }
      const { path } = parseTarget(req.url ?? '/')
      // The build refers to its files as `./assets/…`, seen from the root.
      const html = index.replaceAll(/(["'])\.\//g, `$1${wayToRoot(path)}`)
      const told = hasHome ? html : html.replace('<html', '<html data-no-home')
      send(req, res, 'text/html; charset=utf-8', Buffer.from(told))
    },

    sendFile(req, res) {
      const { path } = parseTarget(req.url ?? '/')
      const file = path === '/index.html' ? undefined : files.get(path)
      if (!file) return false
      if (path.startsWith('/assets/')) {
        // Names carry a hash of the content, so a name never stands for something else.
        res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      }
      send(req, res, types[extname(path)] ?? 'application/octet-stream', file)
      return true
    },
  }
}

function send(req: IncomingMessage, res: ServerResponse, type: string, content: Buffer): void {
  res.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length })
  res.end(req.method === 'HEAD' ? undefined : content)
}

/** Every file below a folder by its path in an address; none where there is no such folder. */
function readFiles(root: string): Map<string, Buffer> {
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    return new Map(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [`/${relative(root, path).split(sep).join('/')}`, readFileSync(path)]),
    )
  } catch (error) {
    if (isMissing(error)) return new Map()
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
