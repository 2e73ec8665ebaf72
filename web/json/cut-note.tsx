import { mostRows } from '../ui/use-rows.ts'
import { useWords } from '../words/use-words.ts'
import style from './path-bar.module.css'

/** Says that there is more than can be shown; nothing where all is shown. */
export function CutNote({ count }: { count: number }) {
  const { t } = useWords()
  if (count <= mostRows) return null
  return <p className={style.bar}>{t('body.cut', { n: count - mostRows })}</p>
}
