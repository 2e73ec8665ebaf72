import type { Context } from './context.ts'
import type { Chapter } from './report/report.ts'
import { benchCapture } from './sections/capture.ts'
import { benchGrowth } from './sections/growth.ts'
import { benchJudge } from './sections/judge.ts'
import { benchJudged } from './sections/judged.ts'
import { benchKills } from './sections/kills.ts'
import { benchLarge } from './sections/large.ts'
import { benchLive } from './sections/live.ts'
import { benchReaders } from './sections/readers.ts'
import { benchScenarios } from './sections/scenarios.ts'
import { benchStored } from './sections/stored.ts'
import { benchWatched } from './sections/watched.ts'

/** Every section by the name that chooses it, in the order of the report. */
export const sections = {
  capture: benchCapture,
  watched: benchWatched,
  growth: benchGrowth,
  stored: benchStored,
  live: benchLive,
  judge: benchJudge,
  judged: benchJudged,
  large: benchLarge,
  readers: benchReaders,
  kills: benchKills,
  scenarios: benchScenarios,
} satisfies Record<string, (context: Context) => Promise<Chapter>>

export type SectionName = keyof typeof sections

export function isSection(name: string): name is SectionName {
  return Object.hasOwn(sections, name)
}

export const sectionNames: readonly SectionName[] = Object.keys(sections).filter(isSection)
