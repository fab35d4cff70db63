/**
 * Lets others be served between two pieces of long work: SQLite answers in the same turn, so that work which only waits for it
 * would keep the process to itself.
 */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
