import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../app/services/config.server.ts'

test('nothing set: port 3000 on the loopback address, the register in data/', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    webProcesses: 1,
    dataFolder: path.resolve('data'),
    logLevel: 'info',
    trustProxy: 'loopback',
    rateLimit: 1200,
    demo: false,
  })
})

test('an empty setting is one that is not set', () => {
  expect(readConfig({ PORT: '', CARVEOUT_DATA: '' }).port).toBe(3000)
})

describe('a wrong setting stops the start with a sentence that names it', () => {
  test.each([
    [{ PORT: 'three thousand' }, /^PORT must be/],
    [{ PORT: '70000' }, /^PORT must be/],
    [{ HOST: '0.0.0.0' }, /^With HOST, set BASE_URL/],
    [{ HOST: 'not an address' }, /^HOST must be an address/],
    [{ BASE_URL: 'carveout.example.com' }, /^BASE_URL must be/],
    [{ CARVEOUT_SECRET: 'short' }, /^CARVEOUT_SECRET must have/],
    [{ CARVEOUT_DEMO: '1', HOST: '0.0.0.0', BASE_URL: 'http://x' }, /^CARVEOUT_DEMO=1 lets anybody in/],
    [{ CARVEOUT_DEMO: '1', BASE_URL: 'https://x' }, /^CARVEOUT_DEMO=1 lets anybody in/],
    [{ SMTP_URL: 'mail.example.com' }, /^SMTP_URL must begin/],
    [{ OIDC_ISSUER: 'https://login.example.com' }, /^OIDC_ISSUER needs OIDC_CLIENT_ID/],
    [{ CARVEOUT_SECRET_FILE: '/nowhere/at/all' }, /^CARVEOUT_SECRET_FILE names/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be/],
  ])('%o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(sentence)
  })
})

test('a secret may stand in a file', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'carveout-secret-')), 'secret')
  writeFileSync(file, `${'s'.repeat(40)}\n`)
  expect(readConfig({ CARVEOUT_SECRET_FILE: file }).secret).toBe('s'.repeat(40))
  expect(() => readConfig({ CARVEOUT_SECRET_FILE: file, CARVEOUT_SECRET: 't'.repeat(40) })).toThrow(
    /not both/,
  )
})
