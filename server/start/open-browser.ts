import { spawn } from 'node:child_process'

const commands: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the browser, if there is one; the banner has said where to look. */
export function openBrowser(url: string, onError: (error: Error) => void): void {
  const [command = '', ...args] = commands[process.platform] ?? ['xdg-open']
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', onError)
    .unref()
}
