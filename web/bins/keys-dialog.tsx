import { paletteKeys } from '../ui/use-palette-key.ts'
import { Dialog, DialogBody } from '../ui/dialog.tsx'
import { useBinWords } from '../words/bin/use-bin-words.ts'
import style from './dialogs.module.css'

const shortcuts = [
  [['j', '↓'], 'keys.next'],
  [['k', '↑'], 'keys.previous'],
  [['Enter'], 'keys.open'],
  [['Esc'], 'keys.close'],
  [['1', '…', '6'], 'keys.tabs'],
  [['g', 'g'], 'keys.first'],
  [['G'], 'keys.last'],
  [['p'], 'keys.pin'],
  [['n'], 'keys.newBin'],
  [['x'], 'keys.select'],
  [['⇧', 'x'], 'keys.range'],
  [['d'], 'keys.compare'],
  [['z'], 'keys.undo'],
  [['/'], 'keys.search'],
  [['←', '→'], 'keys.timeline'],
  [['c'], 'keys.copyUrl'],
  [[paletteKeys], 'palette.title'],
  [['?'], 'keys.help'],
] as const

/** The keyboard, shown. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useBinWords()
  return (
    <Dialog title={t('keys.title')} closeLabel={t('close')} onClose={onClose}>
      <DialogBody>
        <dl className={style.keys}>
          {shortcuts.map(([keys, words]) => (
            <div key={words} style={{ display: 'contents' }}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  )
}
