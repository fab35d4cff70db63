import { Button, Group } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { termType } from '#domain/terms/index.ts'
import agreement from '../components/Agreement.module.css'
import { Page } from '../components/Page.tsx'
import classes from '../components/review/Review.module.css'
import { TermFields } from '../components/review/TermFields.tsx'
import { Text } from '../components/Words.tsx'
import { readBlind, requireSpotCheck } from '../services/review/spot-check.server.ts'
import { parseTermValue, termFields } from '../services/review/term-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Read blind · Carveout' }]

/** The words of a term that somebody confirmed; what they confirmed stays unseen. */
export async function loader(args: LoaderFunctionArgs) {
  const { check, term } = await requireSpotCheck(args)
  return {
    title: termType(check.type)?.title ?? check.type,
    describes: termType(check.type)?.describes ?? '',
    quotes: term.citations.map((citation) => citation.quote),
    fields: termFields(check.type, { of: [] }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const asked = await requireSpotCheck(args)
  const form = await args.request.formData()
  const absent = form.get('absent') === 'true'
  const parsed = absent ? { ok: true as const, value: null } : parseTermValue(asked.check.type, form)
  if (!parsed.ok) return data({ errors: parsed.errors }, 422)
  await readBlind(house, asked, parsed.value, user)
  return redirect('/review')
}

export default function ReadBlind() {
  const { title, describes, quotes, fields } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <Page title={`What do these words say? ${title}`} lead={describes} narrow>
      {quotes.map((quote) => (
        <blockquote key={quote} className={agreement.quote}>
          {quote}
        </blockquote>
      ))}
      <Form method="post" className={classes.form} aria-label={title}>
        <TermFields fields={fields} values={{}} errors={errors} />
        {errors.value && (
          <Text size="sm" role="alert" c="var(--critical)">
            {errors.value}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="compact-sm">
            Save what I read
          </Button>
          <Button type="submit" name="absent" value="true" size="compact-sm" variant="default">
            They do not say it
          </Button>
        </Group>
      </Form>
    </Page>
  )
}
