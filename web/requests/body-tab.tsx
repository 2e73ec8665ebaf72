import type { ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import { FormView } from '../body/form-view.tsx'
import { HexView } from '../body/hex-view.tsx'
import { ImageView } from '../body/image-view.tsx'
import { IssuePeek } from '../body/issue-peek.tsx'
import { MarkupText } from '../body/markup-text.tsx'
import { MultipartView } from '../body/multipart-view.tsx'
import type { Reading } from '../body/reading.ts'
import { useBody } from '../body/use-body.ts'
import { JsonView } from '../json/json-view.tsx'
import { TextView } from '../json/text-view.tsx'
import type { BinSession } from '../model/bin-session.ts'
import { longestShown } from '../model/body-ahead.ts'
import { useWords } from '../words/use-words.ts'
import { BodyBar } from './body-bar.tsx'
import { BodyMessage } from './body-message.tsx'
import { JsonFilters } from './json-filters.tsx'
import type { IssueFocus } from './use-issue-focus.ts'

type BodyTabProps = { session: BinSession; request: RequestDetail; focus: IssueFocus }

/** The body as what it is: JSON with each issue at its place, a form, parts, markup, a picture, text. */
export function BodyTab(props: BodyTabProps) {
  const { size } = props.request.body
  if (size === 0 || size > longestShown) return <BodyMessage {...props} state={null} />
  return <ReadBody {...props} />
}

function ReadBody({ session, request, focus }: BodyTabProps) {
  const state = useBody(session, request, { as: 'best', asSent: false })
  if (state.status !== 'ready') {
    return <BodyMessage session={session} request={request} state={state} />
  }
  const { reading } = state
  const bytes = () => state.bytes ?? new TextEncoder().encode(reading.text ?? '')
  const bar = (tools?: ReactNode) => (
    <BodyBar session={session} request={request} text={reading.text} tools={tools} />
  )
  return <ViewOf reading={reading} bytes={bytes} request={request} focus={focus} bar={bar} />
}

type ViewOfProps = {
  reading: Reading
  bytes: () => Uint8Array
  request: RequestDetail
  focus: IssueFocus
  bar: (tools?: ReactNode) => ReactNode
}

function ViewOf({ reading, bytes, request, focus, bar }: ViewOfProps) {
  const { t } = useWords()
  const { view } = reading
  const text = reading.text ?? ''
  const label = t('tab.body')
  const noted = { issues: request.issues, focus, bar, label }
  switch (view.kind) {
    case 'json':
      return (
        <JsonView
          laidOut={view.laidOut}
          {...noted}
          renderPeek={(issue) => <IssuePeek request={request} issue={issue} />}
          renderFilters={(node) => (
            <JsonFilters request={request} doc={view.laidOut.doc} node={node} />
          )}
        />
      )
    case 'text':
      return <TextView text={text} rows={view.rows} {...noted} />
    case 'markup':
      return <TextView text={text} rows={view.rows} {...noted} paint={paintMarkup} />
    case 'form':
      return under(bar(), <FormView form={view.form} label={label} />)
    case 'multipart':
      return under(bar(), <MultipartView parts={view.parts} bytes={bytes()} label={label} />)
    case 'image':
      return under(bar(), <ImageView image={view.image} bytes={bytes()} label={label} />)
    case 'binary':
      return under(bar(), <HexView bytes={bytes()} label={label} />)
  }
}

function under(bar: ReactNode, view: ReactNode): ReactNode {
  return (
    <>
      {bar}
      {view}
    </>
  )
}

function paintMarkup(text: string): ReactNode {
  return <MarkupText text={text} />
}
