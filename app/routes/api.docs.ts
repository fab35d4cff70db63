import { randomBytes } from 'node:crypto'
import { docsPage } from '../services/api/docs-page.ts'

export function loader() {
  const nonce = randomBytes(16).toString('base64')
  return new Response(docsPage(nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // The document viewer sets style attributes; scripts come from here alone, under this answer's nonce.
      'Content-Security-Policy': [
        "default-src 'none'",
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
  })
}
