import { CopyButton } from './copy-button.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import style from './code-block.module.css'

type CodeBlockProps = {
  /** What is copied. */
  text: string
  /** What is shown, where that is not the same. */
  shown?: string
  label: string
  copyLabel: string
  done: string
  failed: string
}

/** A text to be copied as it stands, such as a command. */
export function CodeBlock({ text, shown = text, label, copyLabel, done, failed }: CodeBlockProps) {
  return (
    <div className={style.block}>
      <ScrollRegion label={label} className={style.scroll}>
        <pre className={style.text}>{shown}</pre>
      </ScrollRegion>
      <div className={style.copy}>
        <CopyButton text={text} label={copyLabel} done={done} failed={failed} />
      </div>
    </div>
  )
}
