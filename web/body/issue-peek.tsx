import { useState } from 'react'
import type { Issue } from '../../shared/events/verdict.ts'
import { prettyText } from '../../shared/json/line.ts'
import { rawAt } from '../../shared/json/document.ts'
import { parseJson } from '../../shared/json/parse.ts'
import { nodeAt } from '../../shared/json/pointer.ts'
import type { RequestDetail } from '../../shared/request.ts'
import { problemOf } from '../model/problems.ts'
import { useServices } from '../shell/services.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/use-words.ts'
import style from './body.module.css'

type IssuePeekProps = { request: RequestDetail; issue: Issue }

/** What the documented sample has where something was found; nothing where no document describes it. */
export function IssuePeek({ request, issue }: IssuePeekProps) {
  const { client } = useServices()
  const { t } = useWords()
  const [shown, setShown] = useState<string | null>(null)
  const trigger = (request.events[issue.event ?? 0] ?? request.event)?.trigger
  if (!trigger || issue.path === '') return null
  const show = async () => {
    try {
      const bytes = await client('readSample', { params: { trigger } })
      setShown(sampleAt(new TextDecoder().decode(bytes), issue.path) ?? t('peek.none'))
    } catch (error) {
      setShown(problemOf(error).message)
    }
  }
  return (
    <>
      <Button
        look="quiet"
        aria-expanded={shown !== null}
        onClick={() => (shown === null ? void show() : setShown(null))}
      >
        {t('peek.show')}
      </Button>
      {shown !== null && <pre className={style.value}>{shown}</pre>}
    </>
  )
}

/** The value at a place of the sample, indented; `null` where there is none. */
function sampleAt(sample: string, path: string): string | null {
  const doc = parseJson(sample)
  const node = nodeAt(doc, path)
  if (node < 0) return null
  const key = path
    .slice(path.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
  return `${JSON.stringify(key)}: ${prettyText(parseJson(rawAt(doc, node)))}`
}
