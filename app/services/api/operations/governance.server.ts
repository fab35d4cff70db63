import { z } from 'zod'
import { VersionInput } from '#domain/governance/versions.ts'
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
]
