import type { Translated } from '../words.ts'
import type { en } from './en.ts'

export type ShareViewWords = Translated<typeof en>
