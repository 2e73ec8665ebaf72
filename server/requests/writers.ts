import type { ExportFormat } from '../../shared/request-list.ts'
import { csvHeader, csvRow } from '../../shared/export/csv.ts'
import { curlCommand } from '../../shared/export/curl.ts'
import { harEnd, harEntry, harStart } from '../../shared/export/har.ts'
import type { RequestDetail } from '../../shared/request.ts'

/** How the requests of a bin become one text: what stands first, for each, between, and last. */
export type Writer = {
  type: string
  extension: string
  start: string
  each: (request: RequestDetail, url: string) => string
  between: string
  end: string
}

/** @param version of this program, which archives name as their maker */
export function writerOf(format: ExportFormat, version: string): Writer {
  switch (format) {
    case 'har':
      return {
        ...list('har', harStart(version), harEnd),
        each: (request, url) => JSON.stringify(harEntry(request, url)),
      }
    case 'json':
      return { ...list('json', '[', ']\n'), each: (request) => JSON.stringify(request) }
    case 'ndjson':
      return lines('application/x-ndjson', 'ndjson', '', (request) => JSON.stringify(request))
    case 'csv':
      return lines('text/csv; charset=utf-8', 'csv', csvHeader, csvRow)
    case 'curl':
      return lines('text/x-shellscript; charset=utf-8', 'sh', '#!/usr/bin/env bash\n', curlCommand)
  }
}

function list(extension: string, start: string, end: string) {
  return { type: 'application/json', extension, start, between: ',\n', end }
}

function lines(type: string, extension: string, start: string, write: Writer['each']): Writer {
  const each: Writer['each'] = (request, url) => `${write(request, url).replace(/\r?\n$/, '')}\n`
  return { type, extension, start, each, between: '', end: '' }
}
