/** Why a file could not be read; stable names that scripts and screens may hold on to. */
export type ImportErrorCode =
  | 'empty_file'
  | 'too_large'
  | 'too_many_pages'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'no_pages'
  | 'unsupported_format'
  | 'mislabelled'
  | 'no_text'
  | 'timed_out'
  | 'out_of_memory'
  | 'reader_crashed'
  | 'cancelled'

/** A file that can't be read. `message` says what is wrong in a sentence, `next` what to do about it. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly code: ImportErrorCode
  readonly next: string | undefined

  constructor(code: ImportErrorCode, message: string, next?: string) {
    super(message)
    this.code = code
    this.next = next
  }
}
