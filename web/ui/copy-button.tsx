import { useEffect, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { copyText } from './clipboard.ts'
import type { IconName } from './icons.ts'

type CopyButtonProps = {
  /** What is copied, or how to get it. */
  text: string | (() => Promise<string>)
  /** What it copies: its name, or a hint where it has words. */
  label: string
  /** Said after it has been copied, and after it could not be. */
  done: string
  failed: string
  /** Words on the button; without them it is a picture. */
  children?: string
  look?: 'plain' | 'primary' | 'quiet'
  /** Leaves its words to screen readers and its hint in a narrow bar. */
  shrinks?: boolean
  /** Picture of what is copied. */
  icon?: IconName
}

/** Copies, and says so for two seconds. */
export function CopyButton({
  text,
  label,
  done,
  failed,
  children,
  look,
  shrinks,
  icon = 'copy',
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return undefined
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = async () => {
    const copied = await read(text).then(copyText, () => false)
    setOutcome(copied ? 'done' : 'failed')
  }
  const shown = outcome === 'done' ? 'check' : outcome === 'failed' ? 'alert' : icon
  const said = outcome === 'done' ? done : outcome === 'failed' ? failed : ''
  return (
    <>
      {children === undefined ? (
        <IconButton icon={shown} label={said || label} onClick={() => void copy()} />
      ) : (
        <Button
          icon={shown}
          look={look}
          shrinks={shrinks}
          title={label}
          onClick={() => void copy()}
        >
          {said || children}
        </Button>
      )}
      <output className="unseen">{said}</output>
    </>
  )
}

async function read(text: string | (() => Promise<string>)): Promise<string> {
  return typeof text === 'string' ? text : text()
}
