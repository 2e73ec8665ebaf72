import { useEffect, useRef } from 'react'
import type { RequestSummary } from '../../shared/request.ts'
import type { BinSession } from '../model/bin-session.ts'
import { isUnread, withOpened, withTopSeen, type Inbox } from '../model/inbox.ts'
import type { BinRoute } from '../shell/router.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'
import { useRows, type Row } from '../ui/use-rows.ts'
import { usePart, useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { FoldLine } from './fold-line.tsx'
import { RequestRow } from './request-row.tsx'
import { rowHeight } from './row-height.ts'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import { useListing, type Listing } from './use-listing.ts'
import { usePicking } from './use-picking.ts'
import style from './request-list.module.css'

type RequestListProps = { session: BinSession; route: BinRoute }

/** The rows, newest first; only those in sight are drawn. */
export function RequestList({ session, route }: RequestListProps) {
  const { t } = useWords()
  const inbox = usePart(session.state, ({ inbox }) => inbox)
  const scroller = useRef<HTMLDivElement>(null)
  const listing = useListing(session, inbox, route.seq)
  const { rows, heights } = listing
  const list = useRows({ count: rows.length, usual: rowHeight, heights, scroller })
  const { seqs: selected } = useStore(session.selection)
  useAnchoredScroll(scroller, rows, list.placement, (atTop) => {
    session.rows.setAtTop(atTop)
    if (atTop) session.rows.change(withTopSeen)
  })
  useSelected(session, route.seq, rows, list.scrollTo)

  const last = list.rows.at(-1)?.row ?? 0
  useEffect(() => {
    if (last >= rows.length - 20) void session.rows.loadOlder()
  }, [session, last, rows.length])

  const toTop = () => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })
  return (
    <div className={style.frame}>
      {inbox.unseen > 0 && (
        <div className={style.unseen}>
          <Button look="primary" icon="arrowUp" onClick={toTop}>
            {t('list.unseen', { n: inbox.unseen })}
          </Button>
        </div>
      )}
      <div ref={scroller} className={style.scroller}>
        <ol
          className={style.list}
          data-picking={selected.length > 0 ? '' : undefined}
          style={{ height: list.total }}
          aria-label={t('list.title')}
        >
          <DrawnRows
            session={session}
            route={route}
            inbox={inbox}
            listing={listing}
            drawn={list.rows}
            selected={selected}
          />
        </ol>
      </div>
    </div>
  )
}

type DrawnRowsProps = RequestListProps & {
  inbox: Inbox
  listing: Listing
  drawn: readonly Row[]
  selected: readonly number[]
}

function DrawnRows({ session, route, inbox, listing, drawn, selected }: DrawnRowsProps) {
  const { format } = useWords()
  const { clock } = useStore(useServices().preferences)
  const now = useNow(1000)
  const picking = usePicking(session, route.seq)
  const { rows, days, folds, earlier } = listing
  return drawn.map(({ row, top }) => {
    const request = rows[row]
    if (!request) return null
    const { seq, receivedAt } = request
    const fold = folds.get(seq)
    return (
      <RequestRow
        key={seq}
        request={request}
        route={route}
        top={top}
        place={row + 1}
        total={inbox.next === null ? rows.length : -1}
        picking={picking}
        prepare={session.details.prepare}
        isSelected={selected.includes(seq)}
        isUnread={isUnread(inbox, seq)}
        isEarlier={earlier.has(seq)}
        day={days.has(row) ? format.day(receivedAt, now) : null}
        when={clock === 'age' ? format.ago(receivedAt, now) : format.time(receivedAt)}
      >
        {fold && <FoldLine fold={fold} onToggle={() => session.folds.toggle(fold.key)} />}
      </RequestRow>
    )
  })
}

/** Marks the open request as read and keeps its row in sight. */
function useSelected(
  session: BinSession,
  seq: number | null,
  rows: readonly RequestSummary[],
  scrollTo: (row: number) => void,
): void {
  const scroll = useRef<(seq: number) => void>(undefined)
  useEffect(() => {
    scroll.current = (wanted) => {
      const row = rows.findIndex((request) => request.seq === wanted)
      if (row >= 0) scrollTo(row)
    }
  })
  useEffect(() => {
    if (seq === null) return
    session.rows.change((inbox) => withOpened(inbox, seq))
    scroll.current?.(seq)
  }, [session, seq])
}
