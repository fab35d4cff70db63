import type { LoaderFunctionArgs } from '@remix-run/node'
import { sql } from 'kysely'

/** 200 while the process answers and its database does. */
export async function loader({ context: { house } }: LoaderFunctionArgs) {
  await sql`select 1`.execute(house.db)
  return Response.json({ status: 'ok' })
}
