import { Button } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Page } from '../components/Page.tsx'
import { PolicyTables, policyViews } from '../components/PolicyTables.tsx'
import { can } from '../services/permissions.ts'
import { policyInWork, versionsOfPolicy } from '../services/policy.server.ts'

export const meta: MetaFunction = () => [{ title: 'Playbook · Carveout' }]

const View = z.enum(Object.keys(policyViews) as [keyof typeof policyViews]).catch('requirements')

/** The rules in force; `?view=` chooses the table. */
export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const [versions, { draft, changes }] = await Promise.all([versionsOfPolicy(house), policyInWork(house)])
  return {
    policy: house.playbooks,
    version: versions[0],
    view: View.parse(new URL(request.url).searchParams.get('view')),
    mayDraft: can(user.role, 'policy.draft'),
    inDraft: draft ? changes.length : 0,
  }
}

export default function PlaybookScreen() {
  const { policy, version, view, mayDraft, inDraft } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Playbook"
      lead={`${policy.playbook.title}, version ${policy.playbook.version}, published by ${version?.publishedBy ?? 'Carveout'}: what a vendor's paper must give and what we control ourselves, by class of the deployment`}
      actions={
        <>
          {(mayDraft || inDraft > 0) && (
            <Button component={Link} to={`/playbook/draft?view=${view}`} size="compact-md">
              {inDraft > 0 ? `Draft (${inDraft} changes)` : 'Edit in a draft'}
            </Button>
          )}
          <Button component={Link} to="/playbook/versions" size="compact-md" variant="default">
            Versions
          </Button>
        </>
      }
    >
      <PolicyTables policy={policy} view={view} base="/playbook" />
    </Page>
  )
}
