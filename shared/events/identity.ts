import type { Finding } from './finding.ts'
import type { Shape } from './shape.ts'
import type { Trigger } from './trigger.ts'
import type { Family, Label } from './verdict.ts'

/** What an object says it is. */
export type Identity = {
  family: Family
  /** As sent; empty where the sender named none. */
  type: string
  trigger: Trigger | null
  label: Label
  standing: 'documented' | 'undocumented' | 'ambiguous'
  shape: Shape
  /** The object whose keys tell events apart; -1 where there is none. */
  home: number
  /** Keys that do not belong there. */
  foreign: ReadonlySet<string>
  /** What is to be said about the name, or about its not fitting the data. */
  findings: Finding[]
}
