const units = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

/** Milliseconds of a time such as `500ms`, `10s`, `1.5m`, `2h`, `1d`; `null` where it is none. */
export function parseDuration(text: string): number | null {
  const [, count, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(text.trim()) ?? []
  const size = units.get(unit)
  return count === undefined || size === undefined ? null : Math.round(Number(count) * size)
}

/** The same as a short text. */
export function printDuration(time: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    const size = units.get(unit) ?? 1
    if (time >= size && time % size === 0) return `${time / size}${unit}`
  }
  return time < 1000 ? `${time}ms` : `${Math.round(time / 10) / 100}s`
}
