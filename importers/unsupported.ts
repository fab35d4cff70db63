import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { ImportError } from './errors.ts'

const readable = 'Add the contract as PDF, Word (.docx), HTML, Markdown or plain text.'

const kinds: Record<string, string> = {
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
  gif: 'a GIF picture',
  tif: 'a TIFF picture',
  webp: 'a WebP picture',
  heic: 'a HEIC picture',
  xlsx: 'an Excel workbook',
  pptx: 'a PowerPoint presentation',
  odt: 'an OpenDocument text',
  ods: 'an OpenDocument spreadsheet',
  zip: 'a ZIP archive',
  gz: 'a gzip archive',
  '7z': 'a 7-Zip archive',
  rar: 'a RAR archive',
  epub: 'an e-book',
  mp3: 'a sound recording',
  mp4: 'a video',
}

const advice: Record<string, string> = {
  png: 'Save the scanned pages as a PDF; its words are then read by text recognition.',
  jpg: 'Save the scanned pages as a PDF; its words are then read by text recognition.',
  tif: 'Save the scanned pages as a PDF; its words are then read by text recognition.',
  zip: 'Unpack it and add the files inside.',
  odt: 'Save it as Word (.docx) or PDF and add that.',
}

/** The error for bytes that no importer knows: says what they are, as far as can be told. */
export async function describeUnsupported(
  bytes: Uint8Array,
  fileName: string | undefined,
  namedAsReadable: boolean,
): Promise<ImportError> {
  const { what, next } = office(bytes) ?? (await known(bytes))
  if (what === 'encrypted')
    return new ImportError(
      'encrypted',
      'This Word document is protected with a password, so its words can’t be read.',
      'Save it without the password and add that file.',
    )
  if (fileName && namedAsReadable)
    return new ImportError(
      'mislabelled',
      `This file is called "${path.basename(fileName)}", but it is ${what}.`,
      next,
    )
  return new ImportError('unsupported_format', `This is ${what}, which Carveout doesn’t read.`, next)
}

/** Old Office files and encrypted new ones share a container that only its inner names tell apart. */
function office(bytes: Uint8Array): { what: string; next: string } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer.subarray(0, 5).toString('latin1') === '{\\rtf')
    return { what: 'a Rich Text file', next: 'Save it as Word (.docx) or PDF and add that.' }
  if (buffer.length < 8 || buffer.readUInt32BE(0) !== 0xd0cf11e0) return null
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return { what: 'encrypted', next: '' }
  return holds('WordDocument')
    ? { what: 'a Word document of the old .doc kind', next: 'Save it as .docx or PDF and add that.' }
    : { what: 'an old Office file', next: readable }
}

async function known(bytes: Uint8Array): Promise<{ what: string; next: string }> {
  // What breaks off in its first bytes is of no kind that can be told.
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!type) return { what: 'a file of an unknown kind', next: readable }
  return { what: kinds[type.ext] ?? `a file of the kind ${type.mime}`, next: advice[type.ext] ?? readable }
}
