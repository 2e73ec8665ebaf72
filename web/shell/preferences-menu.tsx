import { clocks, languages, themes } from '../model/preferences.ts'
import { languageNames } from './language-names.ts'
import { useNotifySwitch } from './use-notify-switch.ts'
import { useServices } from './services.ts'
import { MenuChoice, MenuGroup, MenuSwitch } from '../ui/menu-items.tsx'
import { Menu } from '../ui/menu.tsx'
import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'

/** What this browser prefers. */
export function PreferencesMenu() {
  const { preferences } = useServices()
  const { t } = useWords()
  const notify = useNotifySwitch()
  const { theme, language, clock, sound } = useStore(preferences)
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
          <MenuGroup label={t('notify')}>
            <MenuSwitch checked={notify.isOn} onSelect={() => void notify.toggle()}>
              {t('notify.browser')}
            </MenuSwitch>
            <MenuSwitch checked={sound} onSelect={() => preferences.change({ sound: !sound })}>
              {t('notify.sound')}
            </MenuSwitch>
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
