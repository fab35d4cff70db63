/**
 * How many items at the head of a list hold the test, for a list in which those that hold it stand before those that don't:
 * places in text order, by offset.
 */
export function countBefore<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) low = middle + 1
    else high = middle
  }
  return low
}
