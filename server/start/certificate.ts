import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Logger } from 'pino'
import type { Certificate } from '../capture/tls.ts'
import type { Config } from '../config.ts'
import { UsageError } from '../options/usage-error.ts'

type Files = NonNullable<Config['tls']>

/** Milliseconds between two looks at the files. */
const usualPace = 5000

/**
 * Reads a certificate and its key, and again whenever the files change: what is renewed is used
 * without a restart, and what cannot be used is told and left alone.
 * @throws UsageError
 */
export function openCertificate(files: Files, log: Logger, pace = usualPace): Certificate {
  let now = read(files)
  return {
    current: () => now,
    watch(changed) {
      const look = () => {
        try {
          const next = read(files)
          if (next.cert === now.cert && next.key === now.key) return
          now = next
          log.info('the certificate has been renewed')
          changed()
        } catch (error) {
          // A certificate is often there a moment before its key.
          log.warn({ err: error }, 'the new certificate cannot be used: the old one is kept')
        }
      }
      const paths = [files.cert, files.key]
      for (const path of paths) watchFile(path, { interval: pace, persistent: false }, look)
      return () => {
        for (const path of paths) unwatchFile(path, look)
      }
    },
  }
}

function read(files: Files): { cert: string; key: string } {
  const cert = readPem('--tls-cert', files.cert)
  const key = readPem('--tls-key', files.key)
  if (!cert.includes('-BEGIN CERTIFICATE-')) {
    throw new UsageError(`--tls-cert: ${files.cert} holds no certificate in PEM form.`)
  }
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new UsageError(whyUseless(error, files))
  }
  return { cert, key }
}

function readPem(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${option}: the file cannot be read (${reason}).`)
  }
}

function whyUseless(error: unknown, { cert, key }: Files): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH') {
    return `--tls-key: the key in ${key} is not that of the certificate in ${cert}.`
  }
  if (/PASSWORD|BAD_DECRYPT|INTERRUPTED/.test(code)) {
    return `--tls-key: the key in ${key} has a passphrase: give one without.`
  }
  const reason = error instanceof Error ? error.message : String(error)
  return `--tls-cert, --tls-key: ${cert} and ${key} cannot be used (${reason}).`
}
