import { useRef } from 'react'
import { CutNote } from '../json/cut-note.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { narrowWindow, useMedia } from '../ui/use-media.ts'
import { useRows } from '../ui/use-rows.ts'
import { hexRow } from './hex.ts'
import style from './body.module.css'

/** Bytes in rows: where they stand, in hex, and as ASCII. */
export function HexView({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const width = useMedia(narrowWindow) ? 8 : 16
  const scroller = useRef<HTMLElement>(null)
  const count = Math.ceil(bytes.length / width)
  const { rows, total } = useRows({ count, usual: 20, scroller })
  return (
    <>
      <ScrollRegion ref={scroller} className={style.hex} label={label}>
        <div className={style.hexRows} style={{ height: total }}>
          {rows.map(({ row, top }) => {
            const { offset, hex, ascii } = hexRow(bytes, row * width, width)
            return (
              <div
                key={row}
                className={style.hexRow}
                style={{ transform: `translateY(${top}px)` }}
                data-key={row}
              >
                <span className={style.offset}>{offset}</span>
                <span>{hex}</span>
                <span className={style.ascii}>{ascii}</span>
              </div>
            )
          })}
        </div>
      </ScrollRegion>
      <CutNote count={count} />
    </>
  )
}
