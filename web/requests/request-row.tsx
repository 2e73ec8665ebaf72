import { memo, type ReactNode } from 'react'
import type { RequestSummary } from '../../shared/request.ts'
import type { Details } from '../model/details.ts'
import { Link } from '../shell/link.tsx'
import { type BinRoute, showsBody } from '../shell/router.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/use-words.ts'
import { Flags } from './flags.tsx'
import { SourceText } from './source-text.tsx'
import { contactOf, suffixOf, titleOf } from './title.ts'
import type { Picking } from './use-picking.ts'
import { VerdictBadge } from './verdict-badge.tsx'
import style from './request-row.module.css'

type RequestRowProps = {
  request: RequestSummary
  route: BinRoute
  /** Where it stands in the list, in CSS pixels. */
  top: number
  /** Counted from 1. */
  place: number
  /** -1 where it is not known. */
  total: number
  isUnread: boolean
  isSelected: boolean
  picking: Picking
  /** Told when a mouse is pressed on it, which opens it when it is let go. */
  prepare: Details['prepare']
  /** An attempt that stands below the newest of its delivery. */
  isEarlier: boolean
  /** The day that begins with it; `null` where it began before. */
  day: string | null
  /** How long ago it came, or at what time. */
  when: string
  /** Stands below it. */
  children: ReactNode
}

/** One request in the list: what it is, whose, how it was judged, when and where it came from. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { request, route, top, place, total, isSelected, picking } = props
  return (
    <li
      className={style.item}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={place}
      aria-setsize={total}
      data-selected={isSelected ? '' : undefined}
      data-earlier={props.isEarlier ? '' : undefined}
      onClickCapture={(event) => picking.clickRow(event, request.seq)}
    >
      {props.day !== null && <h2 className={style.day}>{props.day}</h2>}
      <div className={style.body}>
        <PickBox seq={request.seq} isSelected={isSelected} onPick={picking.pick} />
        <Link
          to={{ ...route, seq: request.seq }}
          replace={route.seq !== null}
          className={style.row}
          aria-current={route.seq === request.seq}
          onPointerDown={({ pointerType, button, shiftKey }) => {
            const isPress = pointerType === 'mouse' && button === 0 && !shiftKey
            if (isPress) props.prepare(request.seq, showsBody(route))
          }}
        >
          <RowText request={request} isUnread={props.isUnread} when={props.when} />
        </Link>
      </div>
      {props.children}
    </li>
  )
})

type RowTextProps = Pick<RequestRowProps, 'request' | 'isUnread' | 'when'>

function RowText({ request, isUnread, when }: RowTextProps) {
  const { t, language } = useWords()
  const who = contactOf(request) ?? about(request)
  return (
    <>
      <span className={style.mark}>
        {isUnread && (
          <span className={style.unread} title={t('list.unread')}>
            <span className="unseen">{t('list.unread')}</span>
          </span>
        )}
        {request.pinned && <Icon name="pin" size={12} />}
      </span>
      <span className={style.line}>
        <span className={style.title}>{titleOf(request, language)}</span>
        <VerdictBadge verdict={request.verdict} />
      </span>
      <span className={style.line}>
        {request.event && <code className={style.method}>{request.method}</code>}
        {who !== '' && <span className={style.contact}>{who}</span>}
        <Flags flags={request.flags} />
        <RowFacts request={request} when={when} />
      </span>
    </>
  )
}

type PickBoxProps = { seq: number; isSelected: boolean; onPick: Picking['pick'] }

/** Picks the row with a mouse; the keyboard has `x` for it. */
function PickBox({ seq, isSelected, onPick }: PickBoxProps) {
  const { t } = useWords()
  return (
    <span className={style.pick}>
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={t('selection.pick', { seq })}
        tabIndex={-1}
        onChange={({ nativeEvent }) =>
          onPick(seq, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </span>
  )
}

/** Where no contact is known: the content type of what bears a path for a title, else the path. */
function about(request: RequestSummary): string {
  return request.event ? suffixOf(request) : (request.contentType ?? '')
}

/** Where it came from, how much, when. */
function RowFacts({ request, when }: { request: RequestSummary; when: string }) {
  const { format } = useWords()
  const { source, size, receivedAt } = request
  return (
    <span className={style.facts}>
      <SourceText source={source} />
      <span className={style.size}>{format.bytes(size)}</span>
      <time className={style.time} dateTime={receivedAt} title={format.moment(receivedAt)}>
        {when}
      </time>
    </span>
  )
}
