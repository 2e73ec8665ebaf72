import { createSlot, type Storage } from './storage.ts'
import { createStore, type Readable } from './store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Languages of the page, by their code; `Label` of the events has the same. */
export const languages = ['en', 'id', 'fr'] as const
export type Language = (typeof languages)[number]

/** How the list tells when a request came: how long ago, or at what time of day. */
export const clocks = ['age', 'time'] as const
export type Clock = (typeof clocks)[number]

export type Preferences = {
  theme: Theme
  language: Language
  clock: Clock
  /** Whether arrivals are told of by notifications of the browser, and by a sound. */
  notify: boolean
  sound: boolean
  /** Width of the list beside the detail, in CSS pixels. */
  listWidth: number
  /** Under which others see who looks; empty: none. */
  viewerName: string
}

export type PreferenceStore = Readable<Preferences> & { change(change: Partial<Preferences>): void }

/** Narrowest and widest list beside a detail, in CSS pixels. */
export const listWidths = { min: 300, max: 760 }

/** What this browser prefers; the first language is the browser's, as far as the page speaks it. */
export function createPreferences(
  storage: () => Storage,
  browserLanguages: readonly string[],
): PreferenceStore {
  const fallback: Preferences = {
    theme: 'system',
    language: chooseLanguage(browserLanguages),
    clock: 'age',
    notify: false,
    sound: false,
    listWidth: 440,
    viewerName: '',
  }
  const slot = createSlot<Partial<Preferences>>(storage, 'binspect.preferences', parse, {})
  const store = createStore<Preferences>({ ...fallback, ...slot.read() })
  return {
    ...store,
    change(change) {
      slot.write({ ...slot.read(), ...change })
      store.set((last) => ({ ...last, ...change }))
    },
  }
}

/** The first of the browser's languages that the page speaks, else English. */
export function chooseLanguage(browserLanguages: readonly string[]): Language {
  // `in` is the old code of Indonesian, which some systems still send.
  const codes = browserLanguages.map((tag) =>
    tag.toLowerCase().split('-')[0]?.replace(/^in$/, 'id'),
  )
  return languages.find((language) => language === codes.find(isLanguage)) ?? 'en'
}

function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language === code)
}

function parse(value: unknown): Partial<Preferences> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const {
    theme,
    language,
    listWidth,
    clock,
    notify,
    sound,
    viewerName,
  }: Partial<Record<keyof Preferences, unknown>> = value
  const known = themes.find((one) => one === theme)
  const knownClock = clocks.find((one) => one === clock)
  return {
    ...(known ? { theme: known } : {}),
    ...(typeof notify === 'boolean' ? { notify } : {}),
    ...(typeof sound === 'boolean' ? { sound } : {}),
    ...(knownClock ? { clock: knownClock } : {}),
    ...(isLanguage(language) ? { language } : {}),
    ...(typeof viewerName === 'string' ? { viewerName } : {}),
    ...(typeof listWidth === 'number' ? { listWidth: clampWidth(listWidth) } : {}),
  }
}

/** A width that leaves room for list and detail. */
export function clampWidth(width: number): number {
  return Math.min(listWidths.max, Math.max(listWidths.min, Math.round(width)))
}
