import type { ReactNode } from 'react'
import type { RequestDetail } from '../../shared/request.ts'
import { JsonView } from '../json/json-view.tsx'
import { TextView } from '../json/text-view.tsx'
import { useLaidOut } from '../json/use-laid-out.ts'
import type { BinSession } from '../model/bin-session.ts'
import { useWords } from '../words/use-words.ts'
import { BodyBar } from './body-bar.tsx'
import type { IssueFocus } from './use-issue-focus.ts'
import style from './tabs.module.css'

type BodyTabProps = { session: BinSession; request: RequestDetail; focus: IssueFocus }

/** The body: JSON in lines with each issue at its place, any other text as it is. */
export function BodyTab({ session, request, focus }: BodyTabProps) {
  const { t } = useWords()
  const { text, size } = request.body
  const bar = (tools?: ReactNode) => <BodyBar session={session} request={request} tools={tools} />
  if (size === 0) return <p className={style.empty}>{t('body.none')}</p>
  if (text === undefined) {
    return (
      <>
        {bar()}
        <p className={style.empty}>{t('body.notText')}</p>
      </>
    )
  }
  const view = { text, issues: request.issues, focus, bar }
  return isJson(request, text) ? <JsonBody {...view} /> : <TextBody {...view} />
}

type ViewProps = {
  text: string
  issues: RequestDetail['issues']
  focus: IssueFocus
  bar: (tools?: ReactNode) => ReactNode
}

function JsonBody({ text, issues, focus, bar }: ViewProps) {
  const { t } = useWords()
  const laidOut = useLaidOut(text)
  if (!laidOut) {
    return <output className={style.empty}>{t('body.reading')}</output>
  }
  // Not one token could be read: there is nothing to lay out.
  if (laidOut.doc.count === 0)
    return <TextBody text={text} issues={issues} focus={focus} bar={bar} />
  return (
    <JsonView laidOut={laidOut} label={t('tab.body')} issues={issues} focus={focus} bar={bar} />
  )
}

function TextBody({ text, issues, focus, bar }: ViewProps) {
  const { t } = useWords()
  return (
    <>
      {bar()}
      <TextView text={text} label={t('tab.body')} issues={issues} focus={focus} />
    </>
  )
}

/** Whether a body says that it is JSON, or begins like a container. */
function isJson({ contentType }: RequestDetail, text: string): boolean {
  return /[/+]json\b/i.test(contentType ?? '') || /^[\ufeff\s]*[{[]/.test(text.slice(0, 1000))
}
