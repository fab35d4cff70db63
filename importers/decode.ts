/** Bytes to text, for the formats that are text: UTF-8, UTF-16 and, failing those, Windows-1252 (Latin-1). */

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)

/** @returns the text without its byte order mark, or null when these bytes are no text */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes)
  if (encoding === null) return null
  try {
    return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function encodingOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const sample = bytes.subarray(0, 8192)
  const zeros = [0, 0]
  let controls = 0
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
    else if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++
  })
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (controls > 0.02 * sample.length) return null
  if (odd > 0.4 * half && even < 0.1 * half) return 'utf-16le'
  if (even > 0.4 * half && odd < 0.1 * half) return 'utf-16be'
  return even + odd > 0 ? null : 'utf-8'
}
