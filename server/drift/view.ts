import type { ObservedEvent } from '../../shared/observed/observed-event.ts'
import { findEvent } from '../../shared/events/catalogue.ts'
import { compareWithShape } from '../../shared/observed/compare.ts'
import { observedRows } from '../../shared/observed/rows.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Drift, EventDrift } from './drift.ts'

/** What was seen of an event, as the API gives it. */
export function viewDrift({ event, shape, first, last }: EventDrift): ObservedEvent {
  const { family, type, trigger, label } = event
  const documented = trigger === null ? null : findEvent(trigger).shape
  return {
    family,
    type,
    trigger,
    label,
    documents: shape.documents,
    first,
    last,
    rows: observedRows(shape),
    differences: documented ? compareWithShape(shape, documented) : [],
    omitted: shape.omitted,
  }
}

/**
 * The event that a query names, by its trigger, or by its type where no document describes it.
 * @throws HttpProblem `event-not-found` where none such was seen
 */
export function findDrift({ events }: Drift, name: string): EventDrift {
  const all = [...events.values()]
  const found =
    all.find(({ event }) => event.trigger === name) ??
    all.find(({ event }) => event.trigger === null && event.type === name)
  if (found) return found
  throw new HttpProblem('event-not-found', `The bin holds no event "${name}".`)
}
