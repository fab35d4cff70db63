/** How fast a person decides, and what is left at that pace. */

/** Longer than this between two decisions is a break, not thinking. */
const BREAK_SECONDS = 5 * 60

/**
 * Seconds that a decision takes: the middle one of the gaps between decisions that follow each other, breaks left out;
 * undefined with fewer than three such gaps.
 * @param moments of one person's decisions on one day, ISO 8601, in any order
 */
export function secondsEach(moments: readonly string[]): number | undefined {
  const times = moments.map((at) => Date.parse(at) / 1000).toSorted((a, b) => a - b)
  const gaps = times
    .slice(1)
    .map((time, i) => time - (times[i] ?? time))
    .filter((gap) => gap <= BREAK_SECONDS)
    .toSorted((a, b) => a - b)
  return gaps.length < 3 ? undefined : gaps[gaps.length >> 1]
}

/** "about 12 minutes", "less than a minute", "about 3 hours". */
export function aboutTime(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 90) return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return `about ${Math.round(minutes / 60)} hours`
}
