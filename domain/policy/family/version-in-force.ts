/** A version of a paper and the day from which it counts. */
export interface DatedVersion {
  fileId: string
  /** Counts from 1. */
  version: number
  /** ISO date: as the version itself says, else the day it came in. */
  from: string
}

/**
 * The version that is in force on a day: of those that have begun the newest. The first was always in force, so a paper is
 * never without one: when it was uploaded says nothing about since when it has held.
 */
export function versionInForce(versions: readonly DatedVersion[], date: string): DatedVersion | undefined {
  const sorted = versions.toSorted((a, b) => b.version - a.version)
  return sorted.find(({ from }) => from <= date) ?? sorted.at(-1)
}
