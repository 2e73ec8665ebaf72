import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../testing/raw-client.ts'
import { openCertificate } from './certificate.ts'

const given = resolve(import.meta.dirname, '../testing/tls')
const at = (name: string) => join(given, `${name}.pem`)
const log = pino({ level: 'silent' })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'binspect-certificate-'))
})
afterAll(() => rm(folder, { recursive: true }))

const complaintOf = (cert: string, key: string) => {
  try {
    openCertificate({ cert, key }, log)
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : ''
  }
  return ''
}

test('what cannot be used is told in one line', async () => {
  const rubbish = join(folder, 'rubbish.pem')
  await writeFile(rubbish, 'rubbish')
  const [cert, key] = [at('one-cert'), at('one-key')]
  expect(complaintOf(cert, key)).toBe('')
  expect(complaintOf(at('no-such'), key)).toMatch(
    /^UsageError: --tls-cert: the file cannot be read \(ENOENT: .*no-such\.pem'\)\.$/,
  )
  expect(complaintOf(cert, given)).toContain('--tls-key: the file cannot be read (EISDIR')
  expect(complaintOf(cert, at('other-key'))).toBe(
    `UsageError: --tls-key: the key in ${at('other-key')} is not that of the certificate in ${cert}.`,
  )
  expect(complaintOf(rubbish, key)).toContain(`${rubbish} holds no certificate in PEM form.`)
  expect(complaintOf(cert, at('locked-key'))).toContain('has a passphrase: give one without.')
  expect(complaintOf(cert, rubbish)).toContain(`${rubbish} cannot be used (`)
})

test('a renewed one is used once it is whole', async () => {
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  const use = async (name: string, part: 'cert' | 'key') =>
    copyFile(at(`${name}-${part}`), files[part])
  await use('one', 'cert')
  await use('one', 'key')
  const warnings: string[] = []
  const telling = pino({ level: 'warn' }, { write: (line) => warnings.push(line) })
  const certificate = openCertificate(files, telling, 10)
  const first = certificate.current()
  let changes = 0
  const stop = certificate.watch(() => {
    changes += 1
  })
  await use('other', 'cert')
  await eventually(() => warnings.length > 0)
  expect(warnings[0]).toContain('is not that of the certificate')
  expect(certificate.current()).toBe(first)
  await use('other', 'key')
  await eventually(() => changes === 1)
  expect(certificate.current()).not.toEqual(first)
  stop()
})
