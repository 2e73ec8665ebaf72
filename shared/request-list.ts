import type { RequestSummary } from './request.ts'

/** One page of a bin's requests. */
export type RequestList = {
  requests: RequestSummary[]
  latest: number
  oldest: number | null
  /** Pass it as `before` (newest first) or `after` (oldest first) for the next page; `null`: no more. */
  next: number | null
}

export type ListQuery = {
  before?: number
  after?: number
  /** 1–500; 50 where it is left out. */
  limit?: number
  order?: 'asc' | 'desc'
  /** Search language. */
  q?: string
}

/** `timeout` in milliseconds, at most 120,000; 30,000 where it is left out. */
export type WaitQuery = { q?: string; after?: number; timeout?: number }

export const exportFormats = ['har', 'json', 'ndjson', 'csv', 'curl'] as const
export type ExportFormat = (typeof exportFormats)[number]
export type ExportQuery = { format: ExportFormat; q?: string }

/** A request that came close to what was waited for, and the terms it fails. */
export type ClosestMiss = { request: RequestSummary; failed: string[] }
