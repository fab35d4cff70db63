import type { LoaderFunctionArgs } from '@remix-run/node'
import { reviewLabels } from '../services/review/measures.server.ts'

/** What people decided, as labels that the engine can learn from: JSON lines. */
export async function loader({ context: { house } }: LoaderFunctionArgs) {
  return new Response(await reviewLabels(house), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="carveout-labels.jsonl"',
      'Cache-Control': 'private, no-store',
    },
  })
}
