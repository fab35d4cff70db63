import type { ImportErrorCode } from '#importers/errors.ts'

/**
 * A file that means harm or is broken, and what must become of it: an error with a code, or a reading that is true to the
 * file. "Either" is for files on which programs may differ; a reading must then still be honest (see `dishonesty`).
 */
export interface HostileFile {
  name: string
  /** As it would be called in an upload; its ending is what the sender claims it to be. */
  fileName: string
  bytes: Uint8Array
  must:
    | { fail: ImportErrorCode[] | 'any' }
    | { read: { says?: string; saysNot?: string; warns?: string[]; pages?: number } }
    | 'either'
}

export const fails = (...codes: ImportErrorCode[]): HostileFile['must'] => ({
  fail: codes.length > 0 ? codes : 'any',
})
