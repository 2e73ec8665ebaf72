type Facts = {
  version: string
  /** Address to open. */
  url: string
  /** Folder of the data; `null`: memory only. */
  data: string | null
  /** The port that was taken, where this is not it. */
  takenPort: number | null
}

/** What a person who has just started the server needs to know. */
export function bannerText({ version, url, data, takenPort }: Facts): string {
  const taken = takenPort === null ? '' : `   (port ${takenPort} was taken)`
  const kept = data ?? 'in memory: gone when the server stops'
  return `
  Binspect ${version}

  Open   ${url}${taken}
  Data   ${kept}
  Stop   Ctrl+C

`
}
