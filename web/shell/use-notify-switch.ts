import { useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { useServices } from './services.ts'

/** Turns notifications on and off; on, the browser asks whether it may. */
export function useNotifySwitch(): { isOn: boolean; toggle: () => Promise<void> } {
  const { preferences, notices } = useServices()
  const { t } = useWords()
  const { notify } = useStore(preferences)
  return {
    isOn: notify,
    async toggle() {
      if (notify) return preferences.change({ notify: false })
      const isAllowed =
        'Notification' in window && (await Notification.requestPermission()) === 'granted'
      if (isAllowed) preferences.change({ notify: true })
      else notices.show({ tone: 'bad', text: t('notify.denied') })
    },
  }
}
