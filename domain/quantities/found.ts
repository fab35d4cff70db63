/** A value and the half-open range of the given text that says it. */
export interface Found<V> {
  value: V
  start: number
  end: number
}
