import type { ScenariosMenuWords } from '../words.ts'

export const scenariosMenu: ScenariosMenuWords = {
  'scenarios.menu': 'Skenario …',
  'scenarios.again': 'Harapkan lagi …',
}
