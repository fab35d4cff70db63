import { randomUUID } from 'node:crypto'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { personById } from '#db/people.ts'
import type { Schema } from '#db/schema.ts'
import type { Config } from './config.server.ts'

/** The header that carries the caller's address from the server's front to better-auth; what a client sends there is replaced. */
export const clientAddressHeader = 'x-carveout-client'

/** A session ends when nobody used it for so long … */
const idleSeconds = 12 * 60 * 60
/** … and in any case after so long. */
export const longestSessionMs = 7 * 24 * 60 * 60 * 1000

export const passwordLength = { least: 12, most: 200 }

/** Lets the server itself start a session for somebody; no address leads to it. The demo's way in. */
const withoutPassword = {
  id: 'without-password',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ personId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.personId)
        const session = user && (await internalAdapter.createSession(user.id))
        if (!session) throw new Error('That person may not sign in.')
        await setSessionCookie(context, { session, user })
        return { started: true }
      },
    ),
  },
} satisfies BetterAuthPlugin

/**
 * Sign-in on the register's own database: passwords hashed with scrypt, second factors by app, sessions, and single sign-on
 * by OpenID Connect discovery. Nobody signs up: people are added by an administrator.
 * @param address what people open, `https://carveout.example.com`
 */
export function createAuth(
  { db, log }: { db: Kysely<Schema>; log: Logger },
  { address, secret, oidc }: { address: string; secret: string; oidc: Config['oidc'] },
) {
  return betterAuth({
    appName: 'Carveout',
    baseURL: address,
    basePath: '/auth',
    secret,
    // "sqlite" on PostgreSQL, too: days are text and flags 0 or 1 on both.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'sign-in' }, message),
    },
    // Attempts are limited by limits.server.ts, which also sees what never reaches this library.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'carveout',
      useSecureCookies: address.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabledAt: { type: 'string', required: false, input: false, fieldName: 'disabled_at' },
      },
    },
    session: {
      modelName: 'session',
      expiresIn: idleSeconds,
      updateAge: 5 * 60,
      freshAge: 0,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credential',
      // A person exists because an administrator added that address, so an address that the provider has verified is theirs.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
      encryptOAuthTokens: true,
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          // The last gate of every way in.
          before: async (session) => {
            const person = await personById(db, session.userId)
            return person !== undefined && person.disabledAt === null
          },
          after: async (session, context) => {
            if (!context?.path?.startsWith('/callback')) return
            const person = await personById(db, session.userId)
            await recordEvent(db, {
              actor: person?.email ?? session.userId,
              action: 'signed in',
              subject: 'person',
              subjectId: session.userId,
              detail: { by: 'single sign-on' },
            })
          },
        },
      },
    },
    plugins: [
      withoutPassword,
      twoFactor({
        issuer: 'Carveout',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  // Who somebody is stands in a token that the provider has signed, or nowhere.
                  requireIdTokenVerification: true,
                  disableSignUp: true,
                },
              ],
            }),
          ]
        : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
