import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A receiver on this machine that answers with one status after the other. */
export async function receiver(...statuses: number[]) {
  const bodies: string[] = []
  const headers: Record<string, string>[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      bodies.push(body)
      headers.push(request.headers as Record<string, string>)
      response.writeHead(statuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    bodies,
    headers,
    stop: () => new Promise((done) => server.close(done)),
  }
}
