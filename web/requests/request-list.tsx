import { useEffect, useRef } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { indexOfSeq, isUnread, withOpened, withTopSeen } from '../model/inbox.ts'
import type { BinRoute } from '../shell/router.ts'
import { Button } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'
import { useRows } from '../ui/use-rows.ts'
import { usePart, useStore } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { RequestRow } from './request-row.tsx'
import { rowHeight } from './row-height.ts'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import { usePicking } from './use-picking.ts'
import style from './request-list.module.css'

/** The rows, newest first; only those in sight are drawn. */
export function RequestList({ session, route }: { session: BinSession; route: BinRoute }) {
  const { t, format } = useWords()
  const inbox = usePart(session.state, ({ inbox }) => inbox)
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow(1000)
  const { rows } = inbox
  const { seqs: selected } = useStore(session.selection)
  const picking = usePicking(session, route.seq)
  const {
    rows: drawn,
    total,
    scrollTo,
  } = useRows({ count: rows.length, usual: rowHeight, scroller })
  useAnchoredScroll(scroller, rows, (atTop) => {
    session.setAtTop(atTop)
    if (atTop) session.changeInbox(withTopSeen)
  })
  useSelected(session, route.seq, scrollTo)

  const last = drawn.at(-1)?.row ?? 0
  useEffect(() => {
    if (last >= rows.length - 20) void session.loadOlder()
  }, [session, last, rows.length])

  return (
    <div className={style.frame}>
      {inbox.unseen > 0 && (
        <div className={style.unseen}>
          <Button
            look="primary"
            icon="arrowUp"
            onClick={() => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })}
          >
            {t('list.unseen', { n: inbox.unseen })}
          </Button>
        </div>
      )}
      <div ref={scroller} className={style.scroller}>
        <ol
          className={style.list}
          data-picking={selected.length > 0 ? '' : undefined}
          style={{ height: total }}
          aria-label={t('list.title')}
        >
          {drawn.map(({ row, top }) => {
            const request = rows[row]
            return (
              request && (
                <RequestRow
                  key={request.seq}
                  request={request}
                  route={route}
                  top={top}
                  place={row + 1}
                  total={inbox.next === null ? rows.length : -1}
                  picking={picking}
                  isSelected={selected.includes(request.seq)}
                  isUnread={isUnread(inbox, request.seq)}
                  ago={format.ago(request.receivedAt, now)}
                />
              )
            )
          })}
        </ol>
      </div>
    </div>
  )
}

/** Marks the open request as read and keeps its row in sight. */
function useSelected(
  session: BinSession,
  seq: number | null,
  scrollTo: (row: number) => void,
): void {
  const scroll = useRef(scrollTo)
  useEffect(() => {
    scroll.current = scrollTo
  })
  useEffect(() => {
    if (seq === null) return
    session.changeInbox((inbox) => withOpened(inbox, seq))
    const index = indexOfSeq(session.state.get().inbox.rows, seq)
    if (index >= 0) scroll.current(index)
  }, [session, seq])
}
