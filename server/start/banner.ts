type Facts = {
  version: string
  /** Address to open. */
  url: string
  /** Folder of the data; `null`: memory only. */
  data: string | null
  /** The port that was taken, where this is not it. */
  takenPort: number | null
  /** Address of the capture listener, where there is one. */
  capture?: string | undefined
  /** Program of the tunnel that is being started. */
  tunnel?: string | undefined
}

/** What a person who has just started the server needs to know. */
export function bannerText({ version, url, data, takenPort, capture, tunnel }: Facts): string {
  const taken = takenPort === null ? '' : `   (port ${takenPort} was taken)`
  const kept = data ?? 'in memory: gone when the server stops'
  const rows = [
    ['Open', `${url}${taken}`],
    ...(capture === undefined ? [] : [['Send', `${capture}/bin/…   (for senders)`]]),
    ...(tunnel === undefined ? [] : [['Tunnel', `${tunnel} is starting: its address follows`]]),
    ['Data', kept],
    ['Stop', 'Ctrl+C'],
  ]
  return `
  Binspect ${version}

${rows.map(([name = '', text = '']) => `  ${name.padEnd(6)} ${text}\n`).join('')}
`
}

/** What is said of a tunnel whose address has become known. */
export function tunnelText(program: string, url: string): string {
  return `  Tunnel ${url}/bin/…   (${program})\n\n`
}
