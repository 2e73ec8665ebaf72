import type { Translated } from '../words.ts'
import type { en } from './en.ts'

export type ViewWords = Translated<typeof en>
