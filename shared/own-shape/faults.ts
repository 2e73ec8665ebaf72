import type { TValidationError } from 'typebox/error'

/**
 * Faults as the schema engine finds them, without those that only follow from others. Where one
 * branch of a choice is meant for the type at hand (an object or null), its faults tell most; where
 * several are, none can be said to be meant, and the choice itself is what does not fit.
 */
export function tellingFaults(faults: readonly TValidationError[]): TValidationError[] {
  const choices = faults
    .filter(isChoice)
    .map((fault) => ({ fault, meant: meantBranch(fault, faults) }))
  return faults.filter((fault) =>
    choices.every(({ fault: choice, meant }) => {
      if (fault === choice) return meant === null
      const branch = branchOf(choice, fault)
      return branch === null || branch === meant
    }),
  )
}

function isChoice({ keyword }: TValidationError): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf'
}

/** The only branch whose type fits; `null` where there is none, or more than one. */
function meantBranch(choice: TValidationError, faults: readonly TValidationError[]): string | null {
  const branches = new Set<string>()
  const misfits = new Set<string>()
  for (const fault of faults) {
    const branch = branchOf(choice, fault)
    if (branch === null) continue
    branches.add(branch)
    const isRoot = fault.schemaPath === `${choice.schemaPath}/${choice.keyword}/${branch}`
    if (fault.keyword === 'type' && isRoot) misfits.add(branch)
  }
  const meant = [...branches].filter((branch) => !misfits.has(branch))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** The branch of a choice that a fault was found in; `null` for one found elsewhere. */
function branchOf(choice: TValidationError, fault: TValidationError): string | null {
  const start = `${choice.schemaPath}/${choice.keyword}/`
  const place = choice.instancePath
  const isInside = fault.instancePath === place || fault.instancePath.startsWith(`${place}/`)
  if (!isInside || !fault.schemaPath.startsWith(start)) return null
  return fault.schemaPath.slice(start.length).split('/')[0] ?? null
}
