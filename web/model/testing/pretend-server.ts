// oxlint-disable no-restricted-imports -- a server for the tests of the model
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { WebSocketServer } from 'ws'
import type { Bin } from '../../../shared/bin.ts'
import type { LiveFrame } from '../../../shared/live.ts'
import type { RequestSummary } from '../../../shared/request.ts'
import { aBin, row } from './rows.ts'

type Given = Partial<RequestSummary> & { seq: number }

/** As much of the API as the model of a bin uses, with rows that a test puts in. */
export class PretendServer {
  base = ''
  bin: Bin = aBin
  isGone = false
  /** What clients have sent: first messages of sockets, and `Authorization` headers. */
  messages: string[] = []
  keys: string[] = []
  #rows: RequestSummary[] = []
  readonly #http: Server
  readonly #live: WebSocketServer

  static async start(): Promise<PretendServer> {
    const server = new PretendServer()
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    const address = server.#http.address()
    server.base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    return server
  }

  private constructor() {
    this.#http = createServer((request, response) => void this.#answer(request, response))
    this.#live = new WebSocketServer({ server: this.#http })
    this.#live.on('connection', (socket) => {
      const latest = this.#rows.at(-1)?.seq ?? 0
      socket.send(JSON.stringify({ type: 'hello', bin: this.bin, latest, oldest: null }))
      socket.on('message', (data: Buffer) => this.messages.push(data.toString()))
    })
  }

  add(...given: Given[]): void {
    const rows = given.map(row)
    this.#rows.push(...rows)
    this.send({ type: 'requests', requests: rows })
  }

  change(seq: number, change: Partial<RequestSummary>): void {
    this.#rows = this.#rows.map((one) => (one.seq === seq ? { ...one, ...change } : one))
    this.send({ type: 'changed', requests: this.#rows.filter((one) => one.seq === seq) })
  }

  replaceAll(...given: Given[]): void {
    this.#rows = given.map(row)
  }

  send(frame: LiveFrame): void {
    for (const socket of this.#live.clients) socket.send(JSON.stringify(frame))
  }

  dropSockets(): void {
    for (const socket of this.#live.clients) socket.terminate()
  }

  async stop(): Promise<void> {
    this.dropSockets()
    this.#live.close()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.keys.push(...(request.headers.authorization ? [request.headers.authorization] : []))
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}')
    const { status, answer } = this.#operate(request.method ?? '', request.url ?? '', body)
    response.writeHead(status).end(answer === undefined ? '' : JSON.stringify(answer))
  }

  #operate(method: string, url: string, body: unknown): { status: number; answer: unknown } {
    const { pathname, searchParams } = new URL(url, this.base)
    const seq = Number(/requests\/(\d+)$/.exec(pathname)?.[1] ?? 0)
    const found = this.#rows.find((one) => one.seq === seq)
    if (this.isGone) return problem(404, 'bin-not-found', 'No bin')
    if (method === 'DELETE') return { status: 204, answer: undefined }
    if (method === 'PATCH') return ok({ ...(found ?? this.bin), ...(body as object) })
    if (pathname.endsWith('/requests')) return this.#list(searchParams)
    if (seq === 0) return ok({ ...this.bin, latest: this.#rows.at(-1)?.seq ?? 0 })
    return found ? ok(found) : problem(404, 'request-not-found', 'No request')
  }

  #list(params: URLSearchParams): { status: number; answer: unknown } {
    const q = params.get('q') ?? ''
    if (q === '(') return problem(400, 'invalid-search', 'No: (')
    const before = Number(params.get('before') ?? Infinity)
    const after = Number(params.get('after') ?? 0)
    const limit = Number(params.get('limit'))
    const matching = this.#rows.filter(
      ({ seq, method }) => seq < before && seq > after && (q === '' || method.toLowerCase() === q),
    )
    const isAscending = params.get('order') === 'asc'
    const requests = (isAscending ? matching : matching.toReversed()).slice(0, limit)
    const next = requests.length < matching.length ? (requests.at(-1)?.seq ?? null) : null
    return ok({ requests, latest: this.#rows.at(-1)?.seq ?? 0, oldest: null, next })
  }
}

function ok(answer: unknown) {
  return { status: 200, answer }
}

function problem(status: number, code: string, detail: string) {
  return { status, answer: { type: 'about:blank', title: detail, status, detail, code } }
}
