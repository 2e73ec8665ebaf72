import { memo } from 'react'
import type { RequestSummary } from '../../shared/request.ts'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
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
  /** How long ago it came. */
  ago: string
}

/** One request in the list: what it is, whose, how it was judged, when and where it came from. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { request, route, top, place, total, isUnread, isSelected, picking, ago } = props
  const { t, language } = useWords()
  const who = contactOf(request) ?? about(request)
  const isOpen = route.seq === request.seq
  return (
    <li
      className={style.item}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={place}
      aria-setsize={total}
      data-selected={isSelected ? '' : undefined}
      onClickCapture={(event) => picking.clickRow(event, request.seq)}
    >
      <PickBox seq={request.seq} isSelected={isSelected} onPick={picking.pick} />
      <Link
        to={{ ...route, seq: request.seq }}
        replace={route.seq !== null}
        className={style.row}
        aria-current={isOpen}
      >
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
          <RowFacts request={request} ago={ago} />
        </span>
      </Link>
    </li>
  )
})

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
function RowFacts({ request, ago }: { request: RequestSummary; ago: string }) {
  const { format } = useWords()
  const { source, size, receivedAt } = request
  return (
    <span className={style.facts}>
      <SourceText source={source} />
      <span className={style.size}>{format.bytes(size)}</span>
      <time className={style.time} dateTime={receivedAt} title={format.moment(receivedAt)}>
        {ago}
      </time>
    </span>
  )
}
