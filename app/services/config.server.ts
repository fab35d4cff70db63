import { readFileSync } from 'node:fs'
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
  WEB_PROCESSES: z.coerce
    .number('WEB_PROCESSES must be a number, like 2.')
    .int('WEB_PROCESSES must be a whole number, like 2.')
    .min(1, 'WEB_PROCESSES must be at least 1.')
    .max(64, 'WEB_PROCESSES must be at most 64; more than the machine has cores are of no use.')
    .default(1),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'HOST must be an address of this machine, like 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  BASE_URL: z
    .string()
    .regex(
      /^https?:\/\/[\w.-]+(:\d+)?\/?$/,
      'BASE_URL must be the address that people open, like https://carveout.example.com, without a path.',
    )
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  TRUST_PROXY: z.string().default('loopback'),
  RATE_LIMIT: z.coerce
    .number('RATE_LIMIT must be a number of requests a minute, like 1200.')
    .int('RATE_LIMIT must be a whole number, like 1200.')
    .min(0, 'RATE_LIMIT must be 0 (none) or more.')
    .default(1200),
  CARVEOUT_SECRET: z
    .string()
    .min(32, 'CARVEOUT_SECRET must have at least 32 characters; leave it out and one is made.')
    .optional(),
  CARVEOUT_DEMO: z.enum(['0', '1'], 'CARVEOUT_DEMO must be 1 or be left out.').default('0'),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\//,
      'SMTP_URL must begin with smtp:// or smtps://, like smtp://user:password@mail.example.com:587.',
    )
    .optional(),
  MAIL_FROM: z.string().optional(),
  REMIND_TO: z.email('REMIND_TO must be one e-mail address, like contracts@example.com.').optional(),
  INTAKE_DIR: z.string().optional(),
  MAIL_DIR: z.string().optional(),
  OIDC_ISSUER: z
    .url('OIDC_ISSUER must be the address of the identity provider, like https://login.example.com.')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
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
  /** How many processes of this machine serve the app. */
  webProcesses: number
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
  /** The address that people open, without a slash at its end; `http://localhost:PORT` when left out. */
  baseUrl?: string
  /** Whose `X-Forwarded-For` is believed, as Express takes it: "loopback", addresses, networks. */
  trustProxy: string
  /** Requests a minute that one person (or one address without sign-in) may make; 0 is no limit. */
  rateLimit: number
  /** Signs cookies and encrypts second factors; one is made and kept in the data folder when left out. */
  secret?: string
  /** Anybody at this machine signs in as any role. */
  demo: boolean
  smtpUrl?: string
  /** Whom mails come from; carveout at the mail server's name when left out. */
  mailFrom?: string
  /** Who is reminded of dates that nobody owns; nobody is when left out. */
  remindTo?: string
  /** Folders whose files (and whose mails' attachments) are taken in by themselves. */
  intakeFolders?: string[]
  /** Single sign-on, when it is set up. */
  oidc?: { issuer: string; clientId: string; clientSecret?: string }
  logLevel: z.infer<typeof Settings>['LOG_LEVEL']
}

/** A setting that can't be used; its message is the one sentence that stops the start. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Each setting may also stand in a file that `NAME_FILE` names, as container secrets do. */
function fromFiles(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const read = Object.keys(Settings.shape).flatMap((name) => {
    const file = env[`${name}_FILE`]
    if (!file) return []
    if (env[name]) throw new ConfigError(`Set ${name} or ${name}_FILE, not both.`)
    try {
      return [[name, readFileSync(file, 'utf8').trim()] as const]
    } catch {
      throw new ConfigError(`${name}_FILE names ${file}, which can't be read.`)
    }
  })
  return { ...env, ...Object.fromEntries(read) }
}

/** What one setting asks of another. */
function checkTogether(set: z.infer<typeof Settings>): void {
  const inside = loopback.includes(set.HOST)
  if (set.CARVEOUT_DEMO === '1' && (!inside || set.BASE_URL))
    throw new ConfigError(
      'CARVEOUT_DEMO=1 lets anybody in, so it works on this machine only: leave out HOST and BASE_URL.',
    )
  if (!inside && !set.BASE_URL)
    throw new ConfigError(
      'With HOST, set BASE_URL to the address that people open, like https://carveout.example.com.',
    )
  if (set.OIDC_ISSUER && !set.OIDC_CLIENT_ID)
    throw new ConfigError('OIDC_ISSUER needs OIDC_CLIENT_ID: what the identity provider calls Carveout.')
}

/** Absolute paths of those that are set; undefined when none is. */
function foldersOf(...set: (string | undefined)[]): string[] | undefined {
  const folders = set.flatMap((folder) => (folder ? [path.resolve(folder)] : []))
  return folders.length > 0 ? folders : undefined
}

/**
 * Settings from the environment, with their defaults.
 * @throws ConfigError naming the setting that is wrong and what it may be
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(fromFiles(env)).filter(([, value]) => value !== ''))
  const settings = Settings.safeParse(set)
  if (!settings.success) throw new ConfigError(settings.error.issues[0]?.message ?? 'A setting is wrong.')
  const { data } = settings
  checkTogether(data)
  return {
    port: data.PORT,
    host: data.HOST,
    webProcesses: data.WEB_PROCESSES,
    dataFolder: path.resolve(data.CARVEOUT_DATA),
    databaseUrl: data.DATABASE_URL,
    keyFile: data.CARVEOUT_KEY_FILE && path.resolve(data.CARVEOUT_KEY_FILE),
    backups: data.BACKUP_DIR
      ? { folder: path.resolve(data.BACKUP_DIR), everyHours: data.BACKUP_EVERY_HOURS, keep: data.BACKUP_KEEP }
      : undefined,
    metricsToken: data.METRICS_TOKEN,
    blobStore: data.BLOB_STORE,
    baseUrl: data.BASE_URL,
    trustProxy: data.TRUST_PROXY,
    rateLimit: data.RATE_LIMIT,
    secret: data.CARVEOUT_SECRET,
    demo: data.CARVEOUT_DEMO === '1',
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    remindTo: data.REMIND_TO,
    intakeFolders: foldersOf(data.INTAKE_DIR, data.MAIL_DIR),
    oidc:
      data.OIDC_ISSUER && data.OIDC_CLIENT_ID
        ? {
            issuer: data.OIDC_ISSUER.replace(/\/$/, ''),
            clientId: data.OIDC_CLIENT_ID,
            clientSecret: data.OIDC_CLIENT_SECRET,
          }
        : undefined,
    logLevel: data.LOG_LEVEL,
  }
}
