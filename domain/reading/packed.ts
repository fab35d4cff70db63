import { gunzipSync } from 'fflate'

/** Bytes that are kept gzipped in base64, as all weights are. */
export function unpacked(base64: string): ArrayBuffer {
  const packed = atob(base64)
  const bytes = new Uint8Array(packed.length)
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i)
  return Uint8Array.from(gunzipSync(bytes)).buffer
}
