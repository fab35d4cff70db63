import { z } from 'zod'

/** read: look things up; write: change them too, as far as its owner's role may. */
export const TokenScope = z.enum(['read', 'write'])
export type TokenScope = z.infer<typeof TokenScope>

export const tokenScopeTitles: Record<TokenScope, string> = { read: 'Read', write: 'Read and write' }

export const TokenInput = z.object({
  name: z.string().trim().min(1, 'Say what it is for: "CI of the refund assistant".').max(200),
  scope: TokenScope,
})

/** What is kept of an API token: everything but its secret. */
export const ApiToken = z.object({
  id: z.string(),
  /** E-mail address of whom it acts for. */
  owner: z.string(),
  name: z.string(),
  scope: TokenScope,
  /** The first characters of the secret. */
  prefix: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>
