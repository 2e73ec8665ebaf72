import type { ScenariosMenuWords } from '../words.ts'

export const scenariosMenu: ScenariosMenuWords = {
  'scenarios.menu': 'Scénarios …',
  'scenarios.again': 'Attendre à nouveau …',
}
