import type { LoaderFunctionArgs } from '@remix-run/node'
import { docsPage } from '../services/api/docs-page.ts'

export const loader = ({ context: { nonce } }: LoaderFunctionArgs) =>
  new Response(docsPage(nonce), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
