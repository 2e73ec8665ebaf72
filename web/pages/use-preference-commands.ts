import { languages, themes } from '../model/preferences.ts'
import type { Command } from '../palette/match.ts'
import { languageNames } from '../shell/language-names.ts'
import { useServices } from '../shell/services.ts'
import { useNotifySwitch } from '../shell/use-notify-switch.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'

/** Theme, language, and the keyboard, where it can be shown. */
export function usePreferenceCommands(onHelp?: () => void): Command[] {
  const { preferences } = useServices()
  const { t } = useBinWords()
  const notify = useNotifySwitch()
  return [
    ...themes.map((theme) => ({
      id: `theme ${theme}`,
      group: t('theme'),
      label: t(`theme.${theme}`),
      run: () => preferences.change({ theme }),
    })),
    ...languages.map((language) => ({
      id: `language ${language}`,
      group: t('language'),
      label: languageNames[language],
      run: () => preferences.change({ language }),
    })),
    { id: 'notify', group: t('notify'), label: t('notify.browser'), run: () => notify.toggle() },
    {
      id: 'sound',
      group: t('notify'),
      label: t('notify.sound'),
      run: () => preferences.change({ sound: !preferences.get().sound }),
    },
    ...(onHelp
      ? [{ id: 'keys', group: t('help'), label: t('keys.title'), hint: '?', run: onHelp }]
      : []),
  ]
}
