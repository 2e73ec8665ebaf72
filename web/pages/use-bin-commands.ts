import type { BinDialogName } from '../bins/dialog-name.ts'
import { exportFormats, useExport } from '../bins/use-export.ts'
import type { BinSession } from '../model/bin-session.ts'
import type { Command } from '../palette/match.ts'
import { useServices } from '../shell/services.ts'
import { useCopy } from '../shell/use-copy.ts'
import { useDelete } from '../shell/use-delete.ts'
import { useBinWords } from '../words/bin/use-bin-words.ts'

/** What can be done with the bin. */
export function useBinCommands(
  session: BinSession,
  onDialog: (name: BinDialogName) => void,
): Command[] {
  const { isShared } = useServices()
  const { t } = useBinWords()
  const save = useExport(session)
  const copy = useCopy()
  const remove = useDelete(session)
  const bin = session.state.get().bin
  const group = t('bin')
  const dialog = (name: BinDialogName, label: string): Command => ({
    id: name,
    group,
    label,
    run: () => onDialog(name),
  })
  const copies: Command[] = [
    {
      id: 'url',
      group,
      label: t('bin.copyUrl'),
      hint: 'c',
      run: () => copy(bin?.captureUrl, 'bin.urlCopied'),
    },
    { id: 'link', group, label: t('bin.copyInspectLink'), run: () => copy(bin?.inspectUrl) },
  ]
  const ofOwner: Command[] = remove
    ? [
        dialog('sender', t('sendingMenu.sender')),
        dialog('forward', t('sendingMenu.forward')),
        dialog('retry', t('sendingMenu.retry')),
        dialog('shares', t('share.menu')),
        dialog('reply', t('reply.title')),
        dialog('settings', t('bin.settings')),
        { id: 'clear', group, label: t('clear.menu'), run: () => remove.all() },
        dialog('delete', t('deleteBin.menu')),
      ]
    : []
  const exports = exportFormats.map((format) => ({
    id: format,
    group: t('export'),
    label: t(`export.${format}`),
    run: () => save(format),
  }))
  return [...(isShared ? [] : copies), ...ofOwner, ...exports]
}
