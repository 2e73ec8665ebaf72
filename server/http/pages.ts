import type { Router } from 'express'
import type { Page } from './page.ts'
import { HttpProblem } from './problem.ts'

/** The page at its addresses, its files, and what crawlers ask for. */
export function routePages(router: Router, page: Page): void {
  router.get(['/', '/events', '/share'], (req, res) => page.send(req, res))

  router.get('/robots.txt', (_, res) => {
    res.type('text/plain').end('User-agent: *\nDisallow: /\n')
  })

  router.get('/{*path}', (req, res, next) => {
    if (!page.sendFile(req, res)) next()
  })

  router.get('/favicon.ico', (_, res) => {
    res.writeHead(204).end()
  })

  router.all(['/', '/events', '/share'], (req) => {
    throw new HttpProblem('method-not-allowed', `${req.method} is not allowed here.`, {
      headers: { Allow: 'GET, HEAD' },
    })
  })
}
