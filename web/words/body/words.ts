import type { Translated } from '../words.ts'
import type { en } from './en.ts'

export type BodyWords = Translated<typeof en>
