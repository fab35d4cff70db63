import { Readable, type Writable } from 'node:stream'
import type { AppLoadContext } from '@remix-run/node'
import contentDisposition from 'content-disposition'

/** A stream as the body of an answer. One that fails on its way ends the connection, so that nobody takes a part for the whole. */
export type Paced = (bytes: Readable) => ReadableStream<Uint8Array>

/**
 * Hands on as much as the receiver takes: Remix by itself would write all of a file at once, and memory would hold it. Such
 * answers say `no-transform`: what is compressed on its way goes by another pace.
 */
export const pacedBy =
  (receiver: Writable): Paced =>
  (bytes) => {
    async function* paced() {
      for await (const piece of bytes) {
        if (receiver.destroyed) return
        yield piece
        if (receiver.writableNeedDrain) await drained(receiver)
      }
    }
    return Readable.toWeb(
      Readable.from(paced(), { objectMode: false }),
    ) as ReadableStream<unknown> as ReadableStream<Uint8Array>
  }

/** Or closed, when nobody takes anything any more. */
const drained = (receiver: Writable) =>
  new Promise<void>((resolve) => {
    const done = () => {
      receiver.off('drain', done).off('close', done)
      resolve()
    }
    receiver.on('drain', done).on('close', done)
  })

/**
 * An original as a download, never as a page.
 * @param file.size in bytes, where it is known
 * @param headers in place of the usual ones
 * @throws Error when there is no such original
 */
export async function downloadOriginal(
  { house, paced }: Pick<AppLoadContext, 'house' | 'paced'>,
  file: { sha256: string; fileName: string; size?: number },
  headers: Record<string, string> = {},
): Promise<Response> {
  return new Response(paced(await house.originals.open(file.sha256)), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition(file.fileName),
      ...(file.size !== undefined && { 'Content-Length': String(file.size) }),
      'Cache-Control': 'private, no-store, no-transform',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
}
