import type { Language } from '../model/preferences.ts'

/** Languages in their own words. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  fr: 'Français',
}
