import { createServer } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { JSONFilePreset } from 'lowdb/node'
import { nanoid } from 'nanoid'
import { WebSocketServer } from 'ws'
import { announce } from './announce.ts'

/** A request inspector as one writes it in an afternoon: Express, lowdb, and a broadcast. */
type Captured = {
  id: string
  bin: string
  method: string
  url: string
  headers: Record<string, unknown>
  body: string
  at: string
}

const [folder = '.'] = process.argv.slice(2)
const db = await JSONFilePreset<{ requests: Captured[] }>(join(folder, 'db.json'), { requests: [] })
const app = express()
const server = createServer(app)
const readers = new WebSocketServer({ server })

app.all('/bin/:id', express.raw({ type: () => true, limit: '10mb' }), (req, res, next) => {
  const request: Captured = {
    id: nanoid(),
    bin: req.params.id ?? '',
    method: req.method,
    url: req.originalUrl,
    headers: req.headers,
    body: String(req.body),
    at: new Date().toISOString(),
  }
  const answer = () => {
    for (const reader of readers.clients) reader.send(JSON.stringify(request))
    res.type('text').send('ok\n')
  }
  db.update(({ requests }) => requests.push(request)).then(answer, next)
})

app.get('/api/bins/:id/requests', (req, res) => {
  res.json(db.data.requests.filter((request) => request.bin === req.params.id))
})

announce(server)
