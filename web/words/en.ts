import { findings } from './en/findings.ts'
import { list } from './en/list.ts'
import { page } from './en/page.ts'
import { request } from './en/request.ts'
import { scenariosMenu } from './en/scenarios-menu.ts'
import { shares } from './en/shares.ts'
import { sendingMenu } from './en/sending-menu.ts'
import { together } from './en/together.ts'

/** English; its keys are those of every language. */
export const en = {
  ...page,
  ...request,
  ...findings,
  ...list,
  ...scenariosMenu,
  ...sendingMenu,
  ...together,
  ...shares,
} as const
