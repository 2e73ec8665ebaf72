import { layOut, type LaidOutMessage } from './laid-out.ts'

// Lays large texts out away from the page's own thread.
addEventListener('message', ({ data }: MessageEvent<string>) => {
  const { doc, lines } = layOut(data)
  const { text: _, ...rest } = doc
  const message: LaidOutMessage = { doc: rest, lines }
  const buffers = [doc.starts, lines.nodes, lines.depths, lines.matches, lines.roles]
  postMessage(message, { transfer: [...new Set(buffers.map(({ buffer }) => buffer))] })
})
