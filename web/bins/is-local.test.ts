import { expect, it } from 'vitest'
import { isLocal } from './is-local.ts'

it.each([
  'http://localhost:5050/bin/x',
  'http://127.0.0.1:5050/bin/x',
  'http://0.0.0.0/',
  'http://[::1]:5050/',
  'http://[fe80::1]/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://mac.local:5050/',
])('%s is out of reach for others', (url) => expect(isLocal(url)).toBe(true))

it.each([
  'https://calm-sea.trycloudflare.com/bin/x',
  'https://hooks.example.com',
  'http://172.32.0.1/',
  'http://100.1.2.3/',
  'http://[2001:db8::1]/',
  'https://localhost.example.com',
  '',
])('%s is not', (url) => expect(isLocal(url)).toBe(false))
