import { Fragment } from 'react'
import { VisibleText } from './visible-text.tsx'

/** A path or pointer as sent, which is broken between its keys, or the words of a key, if anywhere. */
export function PathText({ path }: { path: string }) {
  return path.split(/(?<=[./_])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <VisibleText text={piece} />
    </Fragment>
  ))
}
