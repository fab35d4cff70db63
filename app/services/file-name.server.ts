/** Marks that turn the direction of text, so that "exe.pdf" can be made to read "fdp.exe". */
const turning = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/**
 * A name as it is kept: the last part of the path that a sender may put before it, without control characters and marks that
 * make it look like another, at most 255 characters with its ending kept.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? ''
  const plain = Buffer.from(last, 'utf8')
    .toString('utf8')
    .replace(/\p{Cc}/gu, ' ')
    .replace(turning, '')
    .trim()
  return [...plain].slice(-255).join('') || 'unnamed'
}
