import { Button } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { setResponsibility } from '#db/deployments.ts'
import { documentStyle } from '#db/document-style.ts'
import { recordEvent } from '#db/events.ts'
import { Language, languageTitles } from '#domain/register/document-style.ts'
import { MatrixTemplates } from '../components/MatrixTemplates.tsx'
import { MatrixVersions } from '../components/MatrixVersions.tsx'
import { Page } from '../components/Page.tsx'
import { ResponsibilityMatrix } from '../components/ResponsibilityMatrix.tsx'
import { useCan } from '../components/user.ts'
import { deploymentBrief } from '../services/assessment.server.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { applyTemplate, keepMatrix, matrixView, signMatrix } from '../services/matrix.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Responsibilities · Carveout' }]

const Decision = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('decide'),
    area: z.string().min(1),
    allocation: z.enum(['vendor', 'customer', 'shared', 'unallocated']),
    reason: z.string().trim().min(1, 'Say why, in a few words: it stands in the matrix.').max(1000),
  }),
  z.object({ verdict: z.literal('contract'), area: z.string().min(1) }),
  z.object({ verdict: z.literal('template'), template: z.string().min(1) }),
  z.object({
    verdict: z.literal('keep'),
    note: z.string().trim().min(1, 'Say what is new in this version.').max(300),
  }),
  z.object({ verdict: z.literal('sign'), id: z.string().min(1) }),
])

export async function loader(args: LoaderFunctionArgs) {
  const deployment = await requireDeployment(args)
  const { house, user } = args.context
  const date = today(args.request)
  const { responsibilities } = await deploymentBrief(house, deployment, date)
  const { language } = await documentStyle(house.db)
  return { deployment, language, responsibilities, ...(await matrixView(house, user, deployment, date)) }
}

/** A person's decision on one area or its undoing, a template, a version that is kept, or its signature. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = Object.fromEntries(await args.request.formData())
  const decision = Decision.safeParse(form)
  if (!decision.success)
    return data(
      { area: String(form.area ?? ''), error: decision.error.issues[0]?.message ?? 'Choose who carries it.' },
      400,
    )
  const asked = decision.data
  const here = `/deployments/${deployment.slug}/responsibilities`
  const date = today(args.request)
  if (asked.verdict === 'template') {
    await applyTemplate(house, user, deployment, asked.template, date)
    return redirect(here)
  }
  if (asked.verdict === 'keep') {
    await keepMatrix(house, user, deployment, asked.note, date)
    return redirect(here)
  }
  if (asked.verdict === 'sign') {
    const error = await signMatrix(house, user, deployment, asked.id)
    return error ? data({ area: '', error }, 409) : redirect(here)
  }
  const { area } = asked
  await house.db.transaction().execute(async (trx) => {
    await setResponsibility(
      trx,
      deployment.id,
      area,
      asked.verdict === 'decide' ? { ...asked, decidedBy: user.email } : null,
    )
    await recordEvent(trx, {
      actor: user.email,
      action:
        asked.verdict === 'decide' ? `decided who carries ${area} in` : `took back a decision on ${area} in`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: asked,
    })
  })
  return redirect(`${here}#${area}`)
}

export default function Responsibilities() {
  const { deployment, language, responsibilities, vendors, templates, versions, changed } =
    useLoaderData<typeof loader>()
  const mayDecide = useCan('matrix.decide')
  const problem = useActionData<typeof action>()
  return (
    <Page
      title="Who carries what"
      lead={`${deployment.name}: as the contracts have it, until a person decides otherwise`}
      actions={
        <>
          <Button component="a" href={`/deployments/${deployment.slug}/matrix.docx`} size="compact-md">
            Matrix (Word)
          </Button>
          {Language.options
            .filter((one) => one !== language)
            .map((one) => (
              <Button
                key={one}
                component="a"
                href={`/deployments/${deployment.slug}/matrix.docx?language=${one}`}
                size="compact-md"
                variant="default"
                lang={one}
              >
                {languageTitles[one]}
              </Button>
            ))}
        </>
      }
    >
      {mayDecide && <MatrixTemplates templates={templates} />}
      <ResponsibilityMatrix
        rows={responsibilities}
        vendors={vendors}
        mayDecide={mayDecide}
        problem={problem}
      />
      <MatrixVersions
        versions={versions}
        changed={changed}
        mayKeep={mayDecide}
        maySign={mayDecide}
        error={problem?.area === '' ? problem.error : undefined}
      />
    </Page>
  )
}
