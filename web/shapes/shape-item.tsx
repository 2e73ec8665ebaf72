import { useState } from 'react'
import type { OwnShape } from '../../shared/own-shape/own-shape.ts'
import { VisibleText } from '../json/visible-text.tsx'
import { visibleText } from '../json/visible.ts'
import type { BinSession } from '../model/bin-session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useActions } from '../shell/use-actions.ts'
import { useSeenWords } from '../words/seen/use-seen-words.ts'
import { useShapeCalls } from './use-shape-calls.ts'
import style from './shapes.module.css'

type ShapeItemProps = { session: BinSession; shape: OwnShape; onEdit: () => void }

/** One shape: its name, which requests it is for, and what its owner may do with it. */
export function ShapeItem({ session, shape, onEdit }: ShapeItemProps) {
  const { t } = useSeenWords()
  const name = visibleText(shape.name)
  return (
    <li className={style.item}>
      <div className={style.about}>
        <strong>{name}</strong>
        <code>
          <VisibleText text={shape.match} />
        </code>
      </div>
      {session.key() !== undefined && (
        <>
          <IconButton icon="gear" label={t('shapes.edit', { name })} onClick={onEdit} />
          <RemoveShape session={session} shape={shape} name={name} />
        </>
      )}
    </li>
  )
}

type RemoveShapeProps = { session: BinSession; shape: OwnShape; name: string }

/** Removes a shape at the second click. */
function RemoveShape({ session, shape, name }: RemoveShapeProps) {
  const { t } = useSeenWords()
  const { run } = useActions(session)
  const calls = useShapeCalls(session)
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <IconButton
        icon="trash"
        label={t('shapes.remove', { name })}
        onClick={() => setAsked(true)}
      />
    )
  }
  const remove = () => run(calls.remove(shape.id), t('shapes.removed', { name }))
  return (
    <Button
      look="danger"
      aria-label={t('shapes.confirmRemove', { name })}
      // The button that was clicked is gone: the keyboard goes on with this one.
      ref={(button) => button?.focus()}
      onClick={() => void remove()}
    >
      {t('shapes.reallyRemove')}
    </Button>
  )
}
