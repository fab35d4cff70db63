import { sha256Of } from '../originals/originals.server.ts'

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, v]) => [key, sorted(v)]),
        )
      : value

/** JSON with its keys in order, so that the same value has the same bytes. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'null'

/** SHA-256 of a value in hex, whatever order its keys came in. */
export const hashOf = (value: unknown): string => sha256Of(new TextEncoder().encode(canonical(value)))
