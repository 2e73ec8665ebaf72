import type { JsonDocument } from '../json/document.ts'
import { parseJson } from '../json/parse.ts'
import { decodeBody, type Decoded } from './decode.ts'
import { looksLikePayload, readForm } from './form.ts'
import { judgeDocument } from './judge-document.ts'
import type { HeaderLookup } from './layer.ts'
import { claimsForm, claimsJson, guessMedia, looksLikeJson } from './media.ts'
import type { Issue, Judgement, Verdict } from './verdict.ts'

/** What is judged of a request. */
export type JudgedRequest = {
  /** After its content encoding was undone. */
  body: Uint8Array
  contentType: string | null
  /** A header by its name in lower case. */
  header: HeaderLookup
}

/** Longest text that is looked at, and longest body in bytes: events are a few kilobytes. */
export const longestJudged = 32 * 1024 * 1024

/** Tells which event a request is, and holds it against the documented shape. Never throws. */
export function judgeRequest({ body, contentType, header }: JudgedRequest): Judgement {
  const decoded = decodeBody(body, contentType)
  if (decoded.isUnicode) return judgeDecoded(decoded, contentType, header)
  const isMeant = claimsJson(contentType) || looksLikeJson(asciiStart(body))
  const issues = isMeant && decoded.issue ? [decoded.issue] : []
  return conclude(decoded, isMeant ? 'unreadable' : 'none', issues)
}

/** The first bytes as they are, for a look at what they were meant to be. */
function asciiStart(body: Uint8Array): string {
  return String.fromCharCode(...body.subarray(0, 100))
}

/** The same for a body that is text already. */
export function judgeText(
  text: string,
  contentType: string | null,
  header: HeaderLookup,
): Judgement {
  return judgeDecoded({ text, charset: 'utf-8', isUnicode: true, issue: null }, contentType, header)
}

function judgeDecoded(
  decoded: Decoded,
  contentType: string | null,
  header: HeaderLookup,
): Judgement {
  const text = decoded.text ?? ''
  const isJson = claimsJson(contentType)
  if (text.trim() === '' || text.length > longestJudged) return blank(decoded, isJson)
  if (isJson || looksLikeJson(text)) return judgeJson(decoded, text, isJson, header)
  if (claimsForm(contentType) || looksLikePayload(text)) return judgeForm(decoded, text, header)
  return conclude(decoded, 'none', [])
}

function blank(decoded: Decoded, isJson: boolean): Judgement {
  if (!isJson || decoded.text?.trim() !== '') return conclude(decoded, 'none', [])
  const message = 'The body is empty, though its content type says JSON'
  const issue: Issue = { severity: 'error', code: 'empty-body', path: '', message }
  return conclude(decoded, 'unreadable', [issue])
}

function judgeJson(
  decoded: Decoded,
  text: string,
  isJson: boolean,
  header: HeaderLookup,
): Judgement {
  const doc = parseJson(text)
  const issues = decoded.issue ? [decoded.issue] : []
  if (doc.error && isJson && !mayBeJson(text)) issues.push(notJson(text))
  return judged(decoded, doc, (offset) => offset, header, issues)
}

function judgeForm(decoded: Decoded, text: string, header: HeaderLookup): Judgement {
  const { payload, issue } = readForm(text)
  const issues = issue ? [issue] : []
  if (!payload) return conclude(decoded, 'none', issues)
  return judged(decoded, parseJson(payload.text), payload.offsetOf, header, issues)
}

function judged(
  decoded: Decoded,
  doc: JsonDocument,
  place: (offset: number) => number,
  header: HeaderLookup,
  issues: Issue[],
): Judgement {
  const { text, charset } = decoded
  const layer = { doc, node: 0, place, header }
  return { text, charset, ...judgeDocument(layer, text ?? '', issues) }
}

function mayBeJson(text: string): boolean {
  return /^\uFEFF?\s*(?:[{["\-\dtfn]|\/[/*])/.test(text.slice(0, 200))
}

function notJson(text: string): Issue {
  const message = `The body is ${guessMedia(text)}, though its content type says JSON`
  return { severity: 'error', code: 'not-json', path: '', message }
}

/** A judgement of a body in which there is no event. */
function conclude({ text, charset }: Decoded, verdict: Verdict, issues: Issue[]): Judgement {
  const nothing = { event: null, events: [] }
  return { text, charset, ...nothing, verdict, issues, issueCount: issues.length }
}
