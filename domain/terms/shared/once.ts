import type { ReadingContext } from '../../reading/context.ts'

/** What several readers reckon from a paper, reckoned once. */
export function oncePerPaper<V>(reckon: (context: ReadingContext) => V): (context: ReadingContext) => V {
  const known = new WeakMap<ReadingContext, { value: V }>()
  return (context) => {
    let result = known.get(context)
    if (!result) {
      result = { value: reckon(context) }
      known.set(context, result)
    }
    return result.value
  }
}
