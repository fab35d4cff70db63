import type { Server } from 'node:http'

/** Takes no more connections, lets the answers under way be finished, and cuts what is left after `longestMs`. */
export async function drain(server: Server, longestMs: number): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  // Browsers keep connections open that carry nothing.
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const cut = setTimeout(() => server.closeAllConnections(), longestMs)
  server.closeIdleConnections()
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
