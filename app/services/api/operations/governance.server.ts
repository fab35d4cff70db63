import { z } from 'zod'
import { IncidentInput } from '#domain/governance/incidents.ts'
import { MeasureCount } from '#domain/governance/measures.ts'
import { VersionInput } from '#domain/governance/versions.ts'
import { incidentProblem, reportIncident } from '../../governance/incidents.server.ts'
import { MeasureProblem, takeCounts } from '../../governance/measures.server.ts'
import { stopDeployment } from '../../governance/stop.server.ts'
import { registerVersion, VersionProblem } from '../../governance/versions.server.ts'
import { operation } from '../operation.ts'
import { ApiProblem } from '../problem.ts'
import { requiredDeployment } from './deployments.server.ts'

const tag = 'Governance'

const Why = z.object({ why: z.string().trim().min(1, 'Say what happened.').max(2000) })

/** For pipelines and monitors. */
export const governanceOperations = [
  operation({
    id: 'stopDeployment',
    method: 'post',
    path: '/deployments/{id}/stop',
    tag,
    summary: 'Stop the line: the gate fails from now on, what stood is frozen, those on the card are told',
    right: 'deployment.stop',
    body: Why,
    answer: {
      status: 201,
      schema: z.object({
        id: z.string(),
        hash: z.string().describe('Of the frozen evidence.'),
        already: z.boolean().describe('It was stopped before; nobody is told twice.'),
      }),
    },
    run: async ({ house, user, id, body }) =>
      stopDeployment(house, user, await requiredDeployment(house, id), body.why),
  }),
  operation({
    id: 'registerVersion',
    method: 'post',
    path: '/deployments/{id}/versions',
    tag,
    summary: 'Register a version of a prompt, a model, a policy … and take it into use',
    right: 'deployment.govern',
    body: VersionInput,
    answer: {
      status: 201,
      schema: z.object({ id: z.string(), created: z.boolean().describe('False: it was known already.') }),
    },
    async run({ house, user, id, body }) {
      const deployment = await requiredDeployment(house, id)
      try {
        return await registerVersion(house, user, deployment, body)
      } catch (error) {
        if (error instanceof VersionProblem) throw new ApiProblem('conflict', error.message)
        throw error
      }
    },
  }),
  operation({
    id: 'sendMeasures',
    method: 'post',
    path: '/deployments/{id}/measures',
    tag,
    summary: 'Send counts of a period; all of them are taken, or none',
    right: 'deployment.govern',
    body: z.object({ counts: z.array(MeasureCount).min(1, 'Send at least one count.').max(1000) }),
    answer: { status: 201, schema: z.object({ taken: z.int() }) },
    async run({ house, user, id, body }) {
      const deployment = await requiredDeployment(house, id)
      try {
        return { taken: await takeCounts(house, user, deployment, body.counts) }
      } catch (error) {
        if (error instanceof MeasureProblem) throw new ApiProblem('invalid_request', error.message)
        throw error
      }
    },
  }),
  operation({
    id: 'reportIncident',
    method: 'post',
    path: '/incidents',
    tag,
    summary: 'Report an incident or a near miss; its clocks run from `knownAt`',
    right: 'deployment.govern',
    body: IncidentInput.extend({ deployment: z.string().min(1).describe('Its id or address part.') }),
    answer: {
      status: 201,
      schema: z.object({ id: z.string(), slug: z.string().describe('Its address: /incidents/{slug}.') }),
    },
    async run({ house, user, body: { deployment, ...input } }) {
      const problem = incidentProblem(input)
      if (problem) throw new ApiProblem('invalid_request', problem)
      const { id, slug } = await reportIncident(
        house,
        user,
        await requiredDeployment(house, deployment),
        input,
      )
      return { id, slug }
    },
  }),
]
