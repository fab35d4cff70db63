import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestions } from '../services/search/suggestions.server.ts'

/** What the command palette offers while somebody types. */
export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  Response.json({ suggestions: await suggestions(house, new URL(request.url).searchParams.get('q') ?? '') })
