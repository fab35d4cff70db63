import type { Generated } from 'kysely'

/** Who signs in and how, and which business units they see. */
export interface AccessTables {
  business_unit: BusinessUnitTable
  person: PersonTable
  person_unit: PersonUnitTable
  session: SessionTable
  credential: CredentialTable
  verification: VerificationTable
  two_factor: TwoFactorTable
  one_time_link: OneTimeLinkTable
  sign_in_rule: SignInRuleTable
}

export interface BusinessUnitTable {
  id: string
  name: string
  created_at: string
}

export interface PersonTable {
  id: string
  name: string
  email: string
  email_verified: number
  image: string | null
  role: string
  two_factor_enabled: number | null
  /** Since when they may no longer sign in. */
  disabled_at: string | null
  created_at: string
  updated_at: string
}

/** Nobody without a row here is narrowed: they see every unit. */
export interface PersonUnitTable {
  person_id: string
  business_unit_id: string
}

export interface SessionTable {
  id: string
  token: string
  person_id: string
  ip_address: string | null
  user_agent: string | null
  expires_at: string
  created_at: string
  updated_at: string
}

/** A way in: a password (scrypt), or an account at the single sign-on. */
export interface CredentialTable {
  id: string
  person_id: string
  account_id: string
  provider_id: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  created_at: string
  updated_at: string
}

/** What better-auth keeps between two steps of a sign-in. */
export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: string
  created_at: string
  updated_at: string
}

export interface TwoFactorTable {
  id: string
  person_id: string
  /** Encrypted with the installation's secret, as the backup codes are. */
  secret: string
  backup_codes: string
  verified: number | null
  failed_verification_count: number | null
  locked_until: string | null
}

/** An address that works once: set-up, invitation, new password. Only the hash of its token is kept. */
export interface OneTimeLinkTable {
  id: string
  purpose: string
  token_sha256: string
  /** Null for the set-up, which makes the first person. */
  person_id: string | null
  made_by: string
  created_at: string
  expires_at: string
  used_at: string | null
  mailed: Generated<number>
}

/** At most one row. */
export interface SignInRuleTable {
  id: string
  second_factor_required: number
}
