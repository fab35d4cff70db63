import { candidateLogit, type Logits } from '../second-look.ts'
import type { Contract } from './contracts.ts'

const words = 250

/** The words that part a category's candidates best, by the difference of their shares over its spread. */
export function vocabularyOf(
  contracts: Contract[],
  logits: Map<Contract, Logits>,
  category: number,
  targets: Map<Contract, Int8Array>,
): string[] {
  const counts = new Map<string, [outside: number, inside: number]>()
  const totals: [outside: number, inside: number] = [0, 0]
  for (const contract of contracts)
    contract.words.forEach((own, i) => {
      const target = targets.get(contract)?.[i] ?? 0
      const candidate = (logits.get(contract)?.[category]?.[i] ?? -99) >= candidateLogit
      if (!candidate || target < 0) return
      const side = target > 0 ? 1 : 0
      totals[side]++
      for (const word of own) {
        const count = counts.get(word) ?? [0, 0]
        count[side]++
        counts.set(word, count)
      }
    })
  const parts = [...counts].map(([word, [outside, inside]]) => {
    const share = (outside + inside) / (totals[0] + totals[1])
    const apart = Math.abs(inside / (totals[1] || 1) - outside / (totals[0] || 1))
    return { word, strength: apart / Math.sqrt(share * (1 - share) + 1e-3) }
  })
  return parts
    .sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1))
    .slice(0, words)
    .map(({ word }) => word)
}
