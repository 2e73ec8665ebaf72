import { findings } from './fr/findings.ts'
import { list } from './fr/list.ts'
import { page } from './fr/page.ts'
import { request } from './fr/request.ts'
import { scenariosMenu } from './fr/scenarios-menu.ts'
import { shares } from './fr/shares.ts'
import { sendingMenu } from './fr/sending-menu.ts'
import { together } from './fr/together.ts'
import type { Dictionary } from './words.ts'

export const fr: Dictionary = {
  ...page,
  ...request,
  ...findings,
  ...list,
  ...scenariosMenu,
  ...sendingMenu,
  ...together,
  ...shares,
}
