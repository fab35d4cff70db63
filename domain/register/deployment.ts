import { z } from 'zod'
import { RiskClass } from '../policy/risk.ts'

/** Where a deployment stands in its life. */
export const DeploymentStatus = z.enum(['planned', 'pilot', 'live', 'stopped', 'retired'])
export type DeploymentStatus = z.infer<typeof DeploymentStatus>

export const deploymentStatusTitles: Record<DeploymentStatus, string> = {
  planned: 'Planned',
  pilot: 'Pilot',
  live: 'Live',
  stopped: 'Stopped',
  retired: 'Retired',
}

/** Answers to the impact questionnaire, by question id. */
export const Answers = z.record(z.string(), z.string())
export type Answers = z.infer<typeof Answers>

/** An AI system in use, as people describe it. */
export const DeploymentInput = z.object({
  name: z.string().trim().min(1, 'Give the deployment a name.').max(200),
  purpose: z.string().trim().min(1, 'Say in a sentence what the system does.').max(2000),
  audience: z.string().trim().max(500).default(''),
  dataUsed: z.string().trim().max(2000).default(''),
  owner: z.string().trim().max(200).default(''),
  status: DeploymentStatus.default('planned'),
  answers: Answers,
  riskClass: RiskClass,
  /** Needed when the class is below what the answers force. */
  classException: z.string().trim().max(2000).default(''),
  lastReviewedOn: z.union([z.literal(''), z.iso.date()]).default(''),
  agreementIds: z.array(z.string()),
})
export type DeploymentInput = z.infer<typeof DeploymentInput>

export const Deployment = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  audience: z.string().nullable(),
  dataUsed: z.string().nullable(),
  owner: z.string().nullable(),
  status: DeploymentStatus,
  answers: Answers,
  riskClass: RiskClass,
  classException: z.string().nullable(),
  lastReviewedOn: z.string().nullable(),
  createdAt: z.string(),
})
export type Deployment = z.infer<typeof Deployment>
