import type { HostileFile } from './case.ts'

/** Samples of ours cut short, overwritten and spliced, the same way each time. */
export function mutations(samples: { name: string; bytes: Uint8Array }[]): HostileFile[] {
  const [first] = samples
  return samples.flatMap(({ name, bytes }) => {
    const half = Math.floor(bytes.length / 2)
    const made: Record<string, Uint8Array> = {
      'cut in half': bytes.slice(0, half),
      'its last tenth missing': bytes.slice(0, Math.floor(bytes.length * 0.9)),
      'its first half missing': bytes.slice(half),
      'every thousandth byte flipped': bytes.map((byte, n) => (n % 1000 === 999 ? byte ^ 0xff : byte)),
      'a stretch of zeros in the middle': Uint8Array.from(bytes).fill(0, half, half + 300),
      'another file behind it': Buffer.concat([bytes, first?.bytes ?? bytes]),
    }
    return Object.entries(made).map(([how, changed]) => ({
      name: `${name}: ${how}`,
      fileName: name,
      bytes: changed,
      must: 'either' as const,
    }))
  })
}
