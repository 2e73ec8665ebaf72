/** Words that lead to scenarios. */
export const scenariosMenu = {
  'scenarios.menu': 'Scenarios …',
  'scenarios.again': 'Expect again …',
} as const
