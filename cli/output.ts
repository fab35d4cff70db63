import { once } from 'node:events'
import { z } from 'zod'
import { localDay } from '#app/services/today.server.ts'

/** The command was called wrongly; the message says how to call it. Exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Sets the exit status of the process when a command is done. */
export type Done = (status: number) => void

/** One JSON value on a line of standard output; waits when the reader at the other end is slow. */
export async function printLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}

/** A sentence for people, on standard error. */
export const say = (words: string) => process.stderr.write(`${words}\n`)

/** @throws UsageError when it is no day */
export function parseDay(given: string | undefined): string {
  if (given === undefined) return localDay()
  const day = z.iso.date().safeParse(given)
  if (!day.success) throw new UsageError(`"${given}" is no date. Write it as 2026-12-31.`)
  return day.data
}
