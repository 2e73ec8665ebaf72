import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { Program, type ProgramOptions } from './program.ts'

type Undo = () => unknown

/** What one fault needs: a folder, programs and mounts, all of which are gone afterwards. */
export class Rig {
  readonly folder: string
  readonly #undo: Undo[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Has something undone at the end, last things first, whatever became of the test. */
  later(undo: Undo): void {
    this.#undo.push(undo)
  }

  /** Starts a program, on the rig's own data unless other is named, without waiting for it. */
  launch(options: Partial<ProgramOptions> = {}): Program {
    const program = new Program({ data: join(this.folder, 'data'), ...options })
    this.later(() => (program.running ? program.kill() : undefined))
    return program
  }

  /** The same, and waits until it accepts connections. */
  start(options: Partial<ProgramOptions> = {}): Promise<Program> {
    return this.launch(options).ready()
  }

  /** Starts again what has ended, with the same data and options, on another port. */
  restart(program: Program): Promise<Program> {
    return this.start(program.options)
  }

  /** A new folder. */
  newFolder(name: string): string {
    const path = join(this.folder, name)
    mkdirSync(path)
    return path
  }

  async dispose(): Promise<void> {
    const failures: unknown[] = []
    for (const undo of this.#undo.reverse()) {
      try {
        await undo()
      } catch (error) {
        failures.push(error)
      }
    }
    await rm(this.folder, { recursive: true, force: true })
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be undone')
  }
}

/** A fault test has a rig of its own. */
export const test = base.extend<{ rig: Rig }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from the pattern
  rig: async ({}, use) => {
    // Generous: a test is to tell a fault from none, not a fast machine from a busy one.
    base.setTimeout(300_000)
    const rig = new Rig(await mkdtemp(join(tmpdir(), 'binspect-fault-')))
    await use(rig)
    await rig.dispose()
  },
})

export { expect } from '@playwright/test'
