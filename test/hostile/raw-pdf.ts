import { deflateSync } from 'node:zlib'

/** PDFs written object by object, so that each can be wrong in the way a test wants it. */

export interface RawStream {
  dictionary?: string
  data: Uint8Array | string
}

/** Objects by number, 1 the catalogue and 2 the root of the page tree unless a test says otherwise. */
export type Objects = Record<number, string | RawStream>

const bytesOf = (words: string) => Buffer.from(words, 'latin1')

/** @param trailer entries of the trailer besides Size; "/Root 1 0 R" unless set */
export function rawPdf(objects: Objects, { trailer = '/Root 1 0 R', xref = true } = {}): Uint8Array {
  const parts: Buffer[] = [bytesOf('%PDF-1.7\n')]
  const offsets = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  const write = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), at)
    write(bytesOf(`${number} 0 obj\n`))
    if (typeof object === 'string') write(bytesOf(object))
    else {
      const data = typeof object.data === 'string' ? bytesOf(object.data) : Buffer.from(object.data)
      write(bytesOf(`<< /Length ${data.length} ${object.dictionary ?? ''} >>\nstream\n`))
      write(data)
      write(bytesOf('\nendstream'))
    }
    write(bytesOf('\nendobj\n'))
  }
  const start = at
  const size = [...offsets.keys()].reduce((most, number) => Math.max(most, number), 0) + 1
  if (xref) {
    write(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n`))
    for (let number = 1; number < size; number++) {
      const offset = offsets.get(number)
      write(
        bytesOf(
          offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
        ),
      )
    }
  }
  write(bytesOf(`trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** Contents that print the words at the top of a Letter page. */
export const showing = (words: string): RawStream => ({
  data: `BT /F1 12 Tf 72 700 Td (${words}) Tj ET`,
})

export const packed = (data: Uint8Array | string): RawStream => ({
  dictionary: '/Filter /FlateDecode',
  data: deflateSync(typeof data === 'string' ? bytesOf(data) : data),
})

export const words = 'The supplier keeps its records for two years after the agreement ends.'
export const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** One sound page (object 3, its contents 4, its font 5), with objects replaced or added. */
export const onePage = (changes: Objects = {}): Objects => ({
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: page(),
  4: showing(words),
  5: font,
  ...changes,
})

/** @param extra entries of the page's dictionary */
export const page = (extra = '', contents = '4 0 R') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} /Resources << /Font << /F1 5 0 R >> >> ${extra} >>`
