import { Button } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DraftSummary } from '../components/DraftSummary.tsx'
import { DraftTables } from '../components/DraftTables.tsx'
import { Page } from '../components/Page.tsx'
import { policyViews } from '../components/PolicyTables.tsx'
import { can } from '../services/permissions.ts'
import {
  changeDraft,
  discardDraft,
  policyEffect,
  policyInWork,
  publication,
} from '../services/policy.server.ts'
import { parsePolicyEdit } from '../services/policy-form.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Draft of the playbook · Carveout' }]

const Search = z.object({
  view: z.enum(Object.keys(policyViews) as [keyof typeof policyViews]).catch('requirements'),
  /** What is open to be edited: "cell.liability_cap.high". */
  edit: z.string().nullable().catch(null),
  /** Another kind of test than the open cell's own. */
  kind: z.string().nullable().catch(null),
  /** Why the last publication was refused. */
  refused: z.string().nullable().catch(null),
})

export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const asked = Search.parse({
    view: search.get('view'),
    edit: search.get('edit'),
    kind: search.get('kind'),
    refused: search.get('refused'),
  })
  const { draft, policy, changes } = await policyInWork(house)
  return {
    ...asked,
    draft,
    policy,
    changes,
    effects: changes.length > 0 ? await policyEffect(house, policy, today(request)) : [],
    publication: draft && (await publication(house, user, draft.draftedBy)),
    mayDraft: can(user.role, 'policy.draft'),
    mayPublish: can(user.role, 'policy.publish'),
  }
}

/** One change of the draft, or its end. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('what') === 'discard') {
    await discardDraft(house, user)
    return redirect('/playbook')
  }
  const parsed = parsePolicyEdit(form)
  const error = parsed.ok ? await changeDraft(house, user, parsed.edit) : parsed.error
  if (error) return data({ error }, 400)
  const view = new URL(request.url).searchParams.get('view') ?? 'requirements'
  return redirect(`/playbook/draft?view=${encodeURIComponent(view)}`)
}

export default function Draft() {
  const {
    draft,
    policy,
    changes,
    effects,
    publication: who,
    mayDraft,
    mayPublish,
    ...asked
  } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page
      title="Draft of the playbook"
      lead={
        draft
          ? `From version ${draft.basedOn}; ${changes.length} ${changes.length === 1 ? 'change' : 'changes'} by ${draft.draftedBy.join(', ')}. Nothing holds until it is published.`
          : 'Nothing is changed yet. Choose a cell to edit it; nothing holds until the draft is published.'
      }
      actions={
        <>
          {draft && mayDraft && (
            <Form method="post">
              <Button type="submit" name="what" value="discard" size="compact-md" variant="default">
                Discard the draft
              </Button>
            </Form>
          )}
          <Button component={Link} to="/playbook" size="compact-md" variant="default">
            Rules in force
          </Button>
        </>
      }
    >
      {draft && (
        <DraftSummary
          changes={changes}
          effects={effects}
          revision={draft.revision}
          note={draft.note}
          who={who}
          mayPublish={mayPublish}
          refused={asked.refused}
        />
      )}
      <DraftTables
        policy={policy}
        changes={changes}
        view={asked.view}
        edit={mayDraft ? asked.edit : null}
        kind={asked.kind}
        editable={mayDraft}
        error={result?.error}
      />
    </Page>
  )
}
