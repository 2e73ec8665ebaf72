import type { Translated } from '../words.ts'
import type { en } from './en.ts'

export type SideBySideWords = Translated<typeof en>
