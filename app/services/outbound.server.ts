import http from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { Webhook } from 'standardwebhooks'

/**
 * The one way out to an address that a person typed in. It reaches public addresses only: the agent looks at the address
 * that the name resolved to, so a name that points inside (or is re-pointed after a check) is refused when it is connected.
 */

const answerLimit = 64_000
const timeoutMs = 10_000

export type Delivery = { ok: true; status: number } | { ok: false; status: number | null; why: string }

export interface Outgoing {
  /** "https://hooks.example.com/carveout" */
  url: string
  /** JSON text. */
  body: string
  /** The message's lasting id, the same on every retry: receivers drop what they had. */
  id: string
  /** `whsec_` and base64: signs as standardwebhooks.com says. */
  secret: string
  sentAt: Date
  /** For tests that run their receiver on this machine. */
  allowInside?: boolean
}

/** Why an address may not be called, as a sentence; null when it may be tried. */
export function addressProblem(url: string): string | null {
  if (!URL.canParse(url)) return 'Write the whole address, like https://hooks.example.com/carveout.'
  const { protocol, username, password } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return 'The address must begin with https:// or http://.'
  if (username || password) return 'Leave name and password out of the address.'
  return null
}

/**
 * Posts a signed message. Redirects are not followed (they could lead inside), the answer's body is thrown away, and
 * whatever takes longer than ten seconds counts as failed. Never throws: what went wrong is in the answer.
 */
export async function deliver(message: Outgoing): Promise<Delivery> {
  const problem = addressProblem(message.url)
  if (problem) return { ok: false, status: null, why: problem }
  const url = new URL(message.url)
  const filter = { allowPrivateIPAddress: message.allowInside ?? false }
  const secure = url.protocol === 'https:'
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter)
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(message.body),
    'User-Agent': 'Carveout',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(message.secret).sign(message.id, message.sentAt, message.body),
  }
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ ok: false, status: null, why: reasonOf(error) })
    try {
      const request = (secure ? https : http).request(
        url,
        { method: 'POST', agent, headers, signal: AbortSignal.timeout(timeoutMs) },
        (answer) => {
          let received = 0
          answer.on('data', (chunk: Buffer) => {
            received += chunk.length
            if (received > answerLimit) answer.destroy()
          })
          const status = answer.statusCode ?? 0
          answer.once('close', () =>
            resolve(
              status >= 200 && status < 300
                ? { ok: true, status }
                : { ok: false, status, why: `The receiver answered with status ${status}.` },
            ),
          )
          answer.once('error', failed)
        },
      )
      request.once('error', failed)
      request.end(message.body)
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return 'The receiver did not answer within ten seconds.'
  if (/is not allowed/.test(error.message))
    return 'The address leads to a private network, where Carveout sends nothing.'
  return 'The receiver could not be reached.'
}
