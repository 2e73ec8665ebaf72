import { useEffect, useRef } from 'react'
import type { BinSession } from '../model/bin-session.ts'
import { indexOfSeq, isUnread, withOpened, withTopSeen } from '../model/inbox.ts'
import type { BinRoute } from '../router.ts'
import { Button } from '../ui/button.tsx'
import { useNow } from '../ui/use-now.ts'
import { useVirtualRows } from '../ui/use-virtual-rows.ts'
import { usePart } from '../ui/use-store.ts'
import { useWords } from '../words/use-words.ts'
import { RequestRow } from './request-row.tsx'
import { rowHeight } from './row-height.ts'
import { useAnchoredScroll } from './use-anchored-scroll.ts'
import style from './request-list.module.css'

/** The rows, newest first; only those in sight are drawn. */
export function RequestList({ session, route }: { session: BinSession; route: BinRoute }) {
  const { t } = useWords()
  const inbox = usePart(session.state, ({ inbox }) => inbox)
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow(1000)
  const { rows } = inbox
  const virtual = useVirtualRows({
    count: rows.length,
    scroller,
    rowHeight,
    keyOf: (index) => rows[index]?.seq ?? index,
    overscan: 6,
  })
  useAnchoredScroll(scroller, rows, (atTop) => {
    session.setAtTop(atTop)
    if (atTop) session.changeInbox(withTopSeen)
  })
  useSelected(session, route.seq, virtual.scrollToIndex)

  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 20) void session.loadOlder()
  }, [session, last, rows.length])

  return (
    <>
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
          style={{ height: virtual.getTotalSize() }}
          aria-label={t('list.title')}
        >
          {items.map(({ index, start, key }) => {
            const request = rows[index]
            return (
              request && (
                <RequestRow
                  key={key}
                  request={request}
                  route={route}
                  top={start}
                  place={index + 1}
                  total={inbox.next === null ? rows.length : -1}
                  isUnread={isUnread(inbox, request.seq)}
                  now={now}
                />
              )
            )
          })}
        </ol>
      </div>
    </>
  )
}

/** Marks the open request as read and keeps its row in sight. */
function useSelected(
  session: BinSession,
  seq: number | null,
  scrollToIndex: (index: number) => void,
): void {
  const scroll = useRef(scrollToIndex)
  useEffect(() => {
    scroll.current = scrollToIndex
  })
  useEffect(() => {
    if (seq === null) return
    session.changeInbox((inbox) => withOpened(inbox, seq))
    const index = indexOfSeq(session.state.get().inbox.rows, seq)
    if (index >= 0) scroll.current(index)
  }, [session, seq])
}
