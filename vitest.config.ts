import { defineConfig } from 'vitest/config'

/** Tests that open a register run on both databases; the others need none, or start the app as a user does. */
const onBothDatabases = ['test/app/**/*.test.ts', 'test/db/**/*.test.ts']
/** Tests of what only PostgreSQL does. */
const onPostgres = ['test/postgres/**/*.test.ts']
const withoutRegister = [
  'test/app/{config,file-names,front,list-filter,originals,originals-kept,outbound,routes,term-form,uploads,account,single-sign-on,ways-in}.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Every file has folders and registers of its own, so that files can share what they import, which takes longer than they do.
    isolate: false,
    // Vite's own meaning of that name is not ours.
    env: { BASE_URL: '' },
    projects: [
      {
        extends: true,
        test: { name: 'default', include: ['test/**/*.test.ts'], exclude: onPostgres },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...onBothDatabases, ...onPostgres],
          exclude: withoutRegister,
          globalSetup: 'test/postgres/server.ts',
          setupFiles: 'test/postgres/instead-of-sqlite.ts',
        },
      },
    ],
  },
})
