import type { Problem } from '../../shared/problem.ts'
import { pagePolicy } from './security-headers.ts'
import { smallPageStyleSource, writeSmallPage } from './small-page.ts'

const policy = pagePolicy(smallPageStyleSource)

/** Where to go from a page that says what is wrong. */
type Ways = {
  /** What to do, in words. */
  next?: string | undefined
  /** Address of the start page; absent where there is none. */
  home?: string | undefined
}

/** A small page that says what a problem document says, and what to do next. */
export function errorPage({ title, detail, status, code }: Problem, { next, home }: Ways) {
  const html = writeSmallPage({
    title,
    paragraphs: next === undefined ? [detail] : [detail, next],
    link: home === undefined ? undefined : { text: 'Start page', href: home },
    code: `${status} ${code}`,
  })
  return { html, policy }
}
