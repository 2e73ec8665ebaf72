import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether a program is there to be run: by its path, or in a folder of `PATH`. */
export function isInstalled(program: string, env: NodeJS.ProcessEnv): boolean {
  if (/[/\\]/.test(program)) return isExecutable(program)
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const names = process.platform === 'win32' ? [program, `${program}.exe`] : [program]
  return folders.some((folder) => names.some((name) => isExecutable(join(folder, name))))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
