import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../app/services/config.server.ts'

test('nothing set: port 3000 on the loopback address, the register in data/', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: path.resolve('data'),
    logLevel: 'info',
  })
})

test('an empty setting is one that is not set', () => {
  expect(readConfig({ PORT: '', CARVEOUT_DATA: '' }).port).toBe(3000)
})

describe('a wrong setting stops the start with a sentence that names it', () => {
  test.each([
    [{ PORT: 'three thousand' }, /^PORT must be/],
    [{ PORT: '70000' }, /^PORT must be/],
    [{ HOST: '0.0.0.0' }, /^HOST must be .* no sign-in yet/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be/],
  ])('%o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(sentence)
  })
})
