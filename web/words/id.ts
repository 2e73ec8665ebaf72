import { findings } from './id/findings.ts'
import { list } from './id/list.ts'
import { page } from './id/page.ts'
import { request } from './id/request.ts'
import { scenariosMenu } from './id/scenarios-menu.ts'
import { shares } from './id/shares.ts'
import { sendingMenu } from './id/sending-menu.ts'
import { together } from './id/together.ts'
import type { Dictionary } from './words.ts'

export const id: Dictionary = {
  ...page,
  ...request,
  ...findings,
  ...list,
  ...scenariosMenu,
  ...sendingMenu,
  ...together,
  ...shares,
}
