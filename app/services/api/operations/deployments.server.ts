import { z } from 'zod'
import { agreements } from '#db/agreements.ts'
import { deploymentById, deploymentBySlug, deployments } from '#db/deployments.ts'
import { gapWork } from '#db/gap-work.ts'
import { pageOfIds } from '#db/pages.ts'
import { severities } from '#domain/policy/assess.ts'
import { Gate } from '#domain/policy/gate.ts'
import { Deployment, DeploymentInput } from '#domain/register/deployment.ts'
import { Language } from '#domain/register/document-style.ts'
import { deploymentState } from '../../assessment.server.ts'
import { checkDeployment, describeDeployment, editDeployment } from '../../deployment.server.ts'
import { gateFor } from '../../governance/launch.server.ts'
import type { House } from '../../house.server.ts'
import { matrixReport } from '../../reports.server.ts'
import { Dated, dayOf, operation, patchOf } from '../operation.ts'
import { Paged, pageOfItems, pageOfRows, pageSchema } from '../paging.ts'
import { ApiProblem, notFound } from '../problem.ts'
import { DeadlineOut, deadlineOut, GapOut, gapOut } from '../shapes.ts'

const tag = 'Deployments'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function requiredDeployment({ db }: House, id: string): Promise<Deployment> {
  const deployment = (await deploymentById(db, id)) ?? (await deploymentBySlug(db, id))
  if (!deployment) throw notFound('deployment')
  return deployment
}

const linkedOf = async ({ db }: House, deploymentId: string) =>
  (await agreements(db, { deploymentId })).map((a) => a.id)

const DeploymentOut = Deployment.extend({ agreementIds: z.array(z.string()) })

const out = async (house: House, id: string) => ({
  ...(await requiredDeployment(house, id)),
  agreementIds: await linkedOf(house, id),
})

const DeploymentBody = DeploymentInput.extend({
  answers: DeploymentInput.shape.answers.default({}),
  agreementIds: DeploymentInput.shape.agreementIds.default([]),
  riskClass: DeploymentInput.shape.riskClass
    .optional()
    .describe('What the answers ask for, when left out; a lower one needs `classException`.'),
})

/** @throws ApiProblem naming the fields */
function checked(house: House, given: Record<string, unknown>): DeploymentInput {
  const form = checkDeployment(house, given)
  if (form.ok) return form.input
  throw new ApiProblem('invalid_request', 'Some fields are wrong: see "errors".', {
    errors: Object.entries(form.errors).map(([field, message]) => ({ field, message })),
  })
}

export const deploymentOperations = [
  operation({
    id: 'listDeployments',
    method: 'get',
    path: '/deployments',
    tag,
    summary: 'Deployments, the oldest first',
    right: 'register.read',
    query: Paged,
    answer: { status: 200, schema: pageSchema(Deployment) },
    run: ({ house: { db }, query }) =>
      pageOfRows(
        query,
        (ask) => pageOfIds(db, 'deployment', ask),
        (ids) => deployments(db, { ids }),
      ),
  }),
  operation({
    id: 'getDeployment',
    method: 'get',
    path: '/deployments/{id}',
    tag,
    summary: 'One deployment, with the agreements it rests on',
    right: 'register.read',
    answer: { status: 200, schema: DeploymentOut },
    run: async ({ house, id }) => out(house, (await requiredDeployment(house, id)).id),
  }),
  operation({
    id: 'addDeployment',
    method: 'post',
    path: '/deployments',
    tag,
    summary: 'Describe a deployment',
    right: 'deployment.edit',
    body: DeploymentBody,
    answer: { status: 201, schema: DeploymentOut },
    run: async ({ house, user, body }) =>
      out(house, (await describeDeployment(house, user, checked(house, body))).id),
  }),
  operation({
    id: 'editDeployment',
    method: 'patch',
    path: '/deployments/{id}',
    tag,
    summary: 'Change fields of a deployment',
    right: 'deployment.edit',
    body: patchOf(DeploymentInput),
    answer: { status: 200, schema: DeploymentOut },
    async run({ house, user, id, body }) {
      const deployment = await requiredDeployment(house, id)
      const input = checked(house, {
        ...Object.fromEntries(Object.entries(deployment).map(([name, value]) => [name, value ?? ''])),
        agreementIds: await linkedOf(house, deployment.id),
        ...body,
      })
      await editDeployment(house, user, deployment, input)
      return out(house, deployment.id)
    },
  }),
  operation({
    id: 'listGaps',
    method: 'get',
    path: '/deployments/{id}/gaps',
    tag,
    summary: 'What the papers lack for the deployment’s class, the gravest first',
    right: 'register.read',
    query: Paged.extend(Dated.shape),
    answer: { status: 200, schema: pageSchema(GapOut) },
    async run({ house, id, query }) {
      const deployment = await requiredDeployment(house, id)
      const date = dayOf(query)
      const { assessment } = await deploymentState(house, deployment, date)
      const works = await gapWork(house.db, { deploymentId: deployment.id })
      return pageOfItems(
        assessment.gaps.map((gap) =>
          gapOut(
            gap,
            works.find((work) => work.rule === gap.rule),
            date,
            deployment.riskClass,
          ),
        ),
        (gap) => `${severities.indexOf(gap.severity)} ${gap.rule}`,
        query,
      )
    },
  }),
  operation({
    id: 'listDeadlines',
    method: 'get',
    path: '/deployments/{id}/deadlines',
    tag,
    summary: 'Days by which somebody has to act, with the sum of each, the earliest first',
    right: 'register.read',
    query: Paged.extend(Dated.shape),
    answer: { status: 200, schema: pageSchema(DeadlineOut) },
    async run({ house, id, query }) {
      const { dated } = await deploymentState(house, await requiredDeployment(house, id), dayOf(query))
      return pageOfItems(dated.map(deadlineOut), (d) => `${d.date} ${d.kind} ${d.about.id}`, query)
    },
  }),
  operation({
    id: 'getGate',
    method: 'get',
    path: '/deployments/{id}/gate',
    tag,
    summary: 'May it launch or go on? Every reason against it',
    right: 'register.read',
    query: Dated,
    answer: { status: 200, schema: Gate },
    run: async ({ house, id, query }) => gateFor(house, await requiredDeployment(house, id), dayOf(query)),
  }),
  operation({
    id: 'getMatrix',
    method: 'get',
    path: '/deployments/{id}/matrix.docx',
    tag,
    summary: 'The responsibility matrix as a Word document',
    right: 'register.export',
    query: Dated.extend({
      language: Language.optional().describe('The language of documents as set, when left out.'),
    }),
    answer: { status: 200, mime: docx },
    run: async ({ house, id, query }) =>
      matrixReport(house, await requiredDeployment(house, id), {
        date: dayOf(query),
        language: query.language,
      }),
  }),
]
