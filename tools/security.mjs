import { spawnSync } from 'node:child_process'

/** The tests that hold the promises of SECURITY.md; docs/security-checks.md says which holds which. */

const unit = [
  'server/security',
  'server/http',
  'server/egress',
  'server/shares',
  'server/changes',
  'server/replies/settings.test.ts',
  'server/capture/log.test.ts',
  'server/live/handshake.test.ts',
  'server/live/presence.test.ts',
  'server/live/slow.test.ts',
  'server/inspect/content.test.ts',
  'shared/mask',
  'shared/pattern',
  'server/shapes/shapes.test.ts',
  'cli/terminal.test.ts',
  'server/inspect/source.test.ts',
  'server/store/disk.test.ts',
  'server/store/reclaim.test.ts',
  'server/outside.test.ts',
  'server/tunnel',
]
const stories = ['attacks', 'at-rest', 'paths-in-ids', 'hostile', 'wire', 'sharing', 'tunnel']

const run = (/** @type {string[]} */ ...command) =>
  spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1

const units = run('node_modules/vitest/vitest.mjs', 'run', ...unit)
const browser = run('tools/e2e.mjs', ...stories)
process.exitCode = units || browser
