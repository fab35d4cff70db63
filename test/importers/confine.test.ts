import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readerEnvironment } from '#importers/confine.ts'

const root = path.resolve(import.meta.dirname, '../..')

test('a reader’s environment has no settings and no secrets', () => {
  const env = { PATH: '/bin', HOME: '/root', LC_ALL: 'C', NODE_ENV: 'test' } as const
  const secrets = {
    CARVEOUT_SECRET: 'x',
    DATABASE_URL: 'postgres://x',
    CARVEOUT_KEY_FILE: '/keys',
    AWS_SECRET_ACCESS_KEY: 'x',
    SMTP_URL: 'smtp://x',
    NODE_OPTIONS: '--require /evil.js',
  }
  expect(readerEnvironment({ ...env, ...secrets })).toEqual(env)
})

test('a reader has no network', async () => {
  const script = `
    import { closeNetwork } from './importers/confine.ts'
    closeNetwork()
    const answer = await fetch('http://127.0.0.1:41234/').then(() => 'answered', (error) => String(error.cause ?? error))
    console.log(answer)`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: root },
  )
  expect(stdout).toContain('A reader has no network')
})
