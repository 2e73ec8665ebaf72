import { createServer } from 'node:http'
import express from 'express'
import { announce } from './announce.ts'

/** Express with nothing in it. */
const app = express()
app.use((req, res) => {
  req.resume().on('end', () => {
    res.type('text').send('ok\n')
  })
})

announce(createServer(app))
