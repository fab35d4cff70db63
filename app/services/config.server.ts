import path from 'node:path'
import { z } from 'zod'

const loopback = ['127.0.0.1', '::1', 'localhost']

const Settings = z.object({
  PORT: z.coerce
    .number('PORT must be a number, like 3000.')
    .int('PORT must be a whole number, like 3000.')
    .min(0, 'PORT must be between 0 and 65535 (0 picks a free one).')
    .max(65535, 'PORT must be between 0 and 65535 (0 picks a free one).')
    .default(3000),
  HOST: z
    .enum(
      loopback,
      'HOST must be 127.0.0.1, ::1 or localhost: there is no sign-in yet, so others must not reach it.',
    )
    .default('127.0.0.1'),
  CARVEOUT_DATA: z.string().min(1, 'CARVEOUT_DATA must name a folder.').default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://; leave it out for SQLite.')
    .optional(),
  CARVEOUT_KEY_FILE: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY_HOURS: z.coerce
    .number('BACKUP_EVERY_HOURS must be a number of hours, like 24.')
    .min(1, 'BACKUP_EVERY_HOURS must be at least 1.')
    .default(24),
  BACKUP_KEEP: z.coerce
    .number('BACKUP_KEEP must be a number of backups, like 14.')
    .int('BACKUP_KEEP must be a whole number.')
    .min(1, 'BACKUP_KEEP must be at least 1.')
    .default(14),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters.').optional(),
  BLOB_STORE: z
    .string()
    .regex(/^s3:\/\/[^/?]+/, 'BLOB_STORE must be like s3://bucket/folder; leave it out for the data folder.')
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.',
    )
    .default('info'),
})

export interface Config {
  port: number
  host: string
  /** Absolute path of the folder that holds the database and the originals. */
  dataFolder: string
  /** `postgres://…`; SQLite in the data folder when left out. */
  databaseUrl?: string
  /** Keys that lock the originals; they are kept as they come when left out. */
  keyFile?: string
  /** Where backups go by themselves; none are made when left out. */
  backups?: { folder: string; everyHours: number; keep: number }
  /** Opens /metrics to others than this machine. */
  metricsToken?: string
  /** `s3://bucket/folder`, where the originals are; a folder of the data folder when left out. */
  blobStore?: string
  logLevel: z.infer<typeof Settings>['LOG_LEVEL']
}

/** A setting that can't be used; its message is the one sentence that stops the start. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Settings from the environment, with their defaults.
 * @throws ConfigError naming the setting that is wrong and what it may be
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const settings = Settings.safeParse(set)
  if (!settings.success) throw new ConfigError(settings.error.issues[0]?.message ?? 'A setting is wrong.')
  return {
    port: settings.data.PORT,
    host: settings.data.HOST,
    dataFolder: path.resolve(settings.data.CARVEOUT_DATA),
    databaseUrl: settings.data.DATABASE_URL,
    keyFile: settings.data.CARVEOUT_KEY_FILE && path.resolve(settings.data.CARVEOUT_KEY_FILE),
    backups: settings.data.BACKUP_DIR
      ? {
          folder: path.resolve(settings.data.BACKUP_DIR),
          everyHours: settings.data.BACKUP_EVERY_HOURS,
          keep: settings.data.BACKUP_KEEP,
        }
      : undefined,
    metricsToken: settings.data.METRICS_TOKEN,
    blobStore: settings.data.BLOB_STORE,
    logLevel: settings.data.LOG_LEVEL,
  }
}
