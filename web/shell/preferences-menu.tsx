import { clocks, languages, themes, type Language } from '../model/preferences.ts'
import { useServices } from './services.ts'
import { MenuChoice, MenuGroup } from '../ui/menu-items.tsx'
import { Menu } from '../ui/menu.tsx'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'

/** Languages in their own words. */
const languageNames: Record<Language, string> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  fr: 'Français',
}

/** What this browser prefers. */
export function PreferencesMenu() {
  const { preferences } = useServices()
  const { t } = useWords()
  const { theme, language, clock } = useStore(preferences)
  return (
    <Menu
      label={t('preferences')}
      icon="sun"
      renderItems={() => (
        <>
          <MenuGroup label={t('theme')}>
            {themes.map((one) => (
              <MenuChoice
                key={one}
                checked={one === theme}
                onSelect={() => preferences.change({ theme: one })}
              >
                {t(`theme.${one}`)}
              </MenuChoice>
            ))}
          </MenuGroup>
          <MenuGroup label={t('clock')}>
            {clocks.map((one) => (
              <MenuChoice
                key={one}
                checked={one === clock}
                onSelect={() => preferences.change({ clock: one })}
              >
                {t(`clock.${one}`)}
              </MenuChoice>
            ))}
          </MenuGroup>
          <MenuGroup label={t('language')}>
            {languages.map((one) => (
              <MenuChoice
                key={one}
                checked={one === language}
                onSelect={() => preferences.change({ language: one })}
              >
                <span lang={one}>{languageNames[one]}</span>
              </MenuChoice>
            ))}
          </MenuGroup>
        </>
      )}
    />
  )
}
