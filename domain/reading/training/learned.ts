/** Numbers that are learned, by the method of Adam (Kingma and Ba 2015), and their mean once they have settled. */
export class Learned {
  readonly value: Float64Array
  readonly slope: Float64Array
  private readonly mean: Float64Array
  private readonly spread: Float64Array
  private readonly sum: Float64Array
  private times = 0

  constructor(size: number, first: (i: number) => number) {
    this.value = Float64Array.from({ length: size }, (_, i) => first(i))
    this.slope = new Float64Array(size)
    this.mean = new Float64Array(size)
    this.spread = new Float64Array(size)
    this.sum = new Float64Array(size)
  }

  /** One step down, and the slopes begin anew. @param step how many there were, from 1 */
  descend(step: number, by: number, from = 0, to = this.value.length): void {
    const { value, slope, mean, spread } = this
    const [first, second] = [1 - 0.9 ** step, 1 - 0.999 ** step]
    for (let i = from; i < to; i++) {
      const g = slope[i] ?? 0
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * g
      const v = 0.999 * (spread[i] ?? 0) + 0.001 * g * g
      mean[i] = m
      spread[i] = v
      value[i] = (value[i] ?? 0) - (by * (m / first)) / (Math.sqrt(v / second) + 1e-8)
      slope[i] = 0
    }
  }

  keep(): void {
    this.times++
    for (let i = 0; i < this.sum.length; i++) this.sum[i] = (this.sum[i] ?? 0) + (this.value[i] ?? 0)
  }

  kept(): Float64Array {
    return this.sum.map((sum) => sum / (this.times || 1))
  }
}
