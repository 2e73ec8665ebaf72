import { createServer } from 'node:http'
import { announce } from './announce.ts'

/** The least that a Node server can do with a request: read it and answer. */
const server = createServer((req, res) => {
  req.resume().on('end', () => res.end('ok\n'))
})

announce(server)
