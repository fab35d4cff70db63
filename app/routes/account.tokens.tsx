import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { tokensOf } from '#db/tokens.ts'
import { TokenInput } from '#domain/register/token.ts'
import { Page } from '../components/Page.tsx'
import { NewToken, TokenList } from '../components/Tokens.tsx'
import { parseForm } from '../services/form.server.ts'
import { makeToken } from '../services/tokens.server.ts'

export const meta: MetaFunction = () => [{ title: 'API tokens · Carveout' }]

export const loader = async ({ context: { house, user } }: LoaderFunctionArgs) => ({
  tokens: await tokensOf(house.db, user.email),
})

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), TokenInput)
  if (!form.ok) return data({ errors: form.errors, made: null }, 400)
  const { secret } = await makeToken(house, user, { ...form.value, owner: user.email })
  return data(
    { errors: null, made: { name: form.value.name, secret } },
    { status: 201, headers: { 'Cache-Control': 'no-store' } },
  )
}

export default function Tokens() {
  const { tokens } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page
      title="API tokens"
      lead={
        <>
          Scripts and pipelines sign in with a token and may do what you may. What they can ask:{' '}
          <a href="/api/docs">the API, described</a>.
        </>
      }
      narrow
    >
      <NewToken made={result?.made ?? null} errors={result?.errors ?? null} />
      <TokenList tokens={tokens} />
    </Page>
  )
}
