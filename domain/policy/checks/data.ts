import { z } from 'zod'
import { Duration, durationDays, plainDuration } from '../../quantities/duration.ts'
import type { TestOf } from '../playbook.ts'
import {
  type CheckContext,
  details,
  judge,
  listed,
  missing,
  type Opinion,
  plainName,
  readingsOf,
  silentlyMet,
  type Verdict,
} from './verdict.ts'

/** What happens to what we put in and what comes out. */

const permissions = ['no', 'opt_in', 'opt_out', 'yes'] as const
const Training = z.object({ permitted: z.enum(permissions), material: z.array(z.string()).default([]) })
const Retention = z.object({
  object: z.string(),
  period: Duration.optional(),
  until: z.string().optional(),
  zeroRetention: z.boolean().optional(),
})
const Deletion = z.object({
  on: z.string(),
  within: Duration.optional(),
  certificate: z.boolean().optional(),
})
const Subprocessors = z.object({
  consent: z.enum(['prior', 'notice', 'general', 'none']),
  notice: Duration.optional(),
  objection: z.boolean().optional(),
})
const AcceptableUse = z.object({ prohibited: z.array(z.string()) })

const permissionWords: Record<(typeof permissions)[number], string> = {
  no: 'Not allowed',
  opt_in: 'Only if we opt in',
  opt_out: 'Allowed unless we opt out',
  yes: 'Allowed',
}

/** Content, not what is learned from operating the service or told by us as feedback. */
const content = ['prompts', 'outputs', 'customer_data']

export function training(test: TestOf<'training'>, context: CheckContext): Verdict {
  const terms = readingsOf(
    context.ofType('training_use'),
    Training,
    ({ material }) => material.length === 0 || material.some((m) => content.includes(m)),
  )
  return judge('training_use', terms, ({ permitted, material }) => ({
    state: permissions.indexOf(permitted) <= permissions.indexOf(test.atMost) ? 'met' : 'short',
    found: `${permissionWords[permitted]}${material.length > 0 ? `: ${listed(material.map(plainName))}` : ''}`,
    near: permissions.indexOf(permitted) - permissions.indexOf(test.atMost) === 1,
  }))
}

const kept = ['prompts', 'outputs', 'customer_data']

export function retention(test: TestOf<'retention'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('data_retention'), Retention, (v) => kept.includes(v.object))
  return judge('data_retention', terms, (value): Opinion => {
    const object = plainName(value.object)
    if (value.zeroRetention) return { state: 'met', found: `${object}: not kept` }
    if (!value.period)
      return {
        state: 'short',
        found: `${object}: kept ${value.until ? `until ${plainName(value.until)}` : 'for a time that is not said'}`,
      }
    const days = durationDays(value.period)
    const found = `${object}: ${plainDuration(value.period)}`
    if (test.atMost === 'zero') return { state: 'short', found, near: days <= 30 }
    const most = durationDays(test.atMost)
    return days <= most + SLACK ? { state: 'met', found } : { state: 'short', found, near: days <= most * 2 }
  })
}

/** A month is 30.4 days in `durationDays`; asking 30 days of a month is no shortfall. */
const SLACK = 1

export function deletion(test: TestOf<'deletion'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('data_deletion'), Deletion, (v) => v.on !== 'request')
  return judge('data_deletion', terms, (value): Opinion => {
    const found = `${value.within ? `Within ${plainDuration(value.within)}` : 'Without a time limit'}${value.certificate ? ', with a certificate' : ''}`
    const inTime =
      value.within !== undefined && durationDays(value.within) <= durationDays(test.within) + SLACK
    const lacking = [
      ...(inTime ? [] : [`deletion within ${plainDuration(test.within)}`]),
      ...(test.certificate && !value.certificate ? ['a certificate'] : []),
    ]
    return { ...details(found, lacking, 2), near: lacking.length === 1 || value.within !== undefined }
  })
}

export function subprocessors(test: TestOf<'subprocessors'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('subprocessors'), Subprocessors)
  return judge('subprocessors', terms, (value) => {
    const told = value.consent === 'prior' || value.consent === 'notice' || value.notice !== undefined
    const found = `${consentWords[value.consent]}${value.notice ? `, ${plainDuration(value.notice)}’ notice` : ''}${value.objection ? ', with a right to object' : ''}`
    const lacking = [
      ...(told ? [] : ['notice of new ones']),
      ...(test.atLeast === 'prior' && value.consent !== 'prior' ? ['our consent beforehand'] : []),
      ...(test.objection && !value.objection && value.consent !== 'prior' ? ['a right to object'] : []),
    ]
    return details(found, lacking, 1 + Number(told))
  })
}

const consentWords: Record<z.infer<typeof Subprocessors>['consent'], string> = {
  prior: 'Only with our consent beforehand',
  notice: 'After notice',
  general: 'General consent given',
  none: 'Free choice of the vendor',
}

/** Uses that a deployment may have; the other prohibitions bind anybody who uses the service. */
const usesOfDeployments = [
  'medical',
  'legal',
  'financial',
  'employment',
  'credit',
  'insurance',
  'safety_critical',
  'biometric',
  'minors',
  'automated_decisions',
]

/** Prohibitions add up over papers: what any of them forbids is forbidden. */
export function permittedUse(_test: TestOf<'permitted_use'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('acceptable_use'), AcceptableUse, (v) =>
    v.prohibited.some((use) => usesOfDeployments.includes(use)),
  )
  if (terms.readings.length === 0)
    return silentlyMet('No prohibition that could concern the deployment was found', terms.trace)
  const verdicts = terms.readings.map((reading) =>
    judge('acceptable_use', { readings: [reading], trace: terms.trace }, ({ prohibited }): Opinion => {
      const uses = prohibited.filter((use) => usesOfDeployments.includes(use))
      const found = `Forbidden: ${listed(uses.map(plainName))}`
      if (!context.uses)
        return { state: 'unsure', found, notes: ['Whether the deployment does any of this is not known.'] }
      const clash = uses.filter((use) => context.uses?.includes(use))
      return clash.length > 0
        ? { state: 'short', found: `${found}; the deployment does: ${listed(clash.map(plainName))}` }
        : { state: 'met', found: `${found}; the deployment does none of it` }
    }),
  )
  return (
    verdicts.find((v) => v.state === 'short') ??
    verdicts.find((v) => v.state !== 'met') ??
    verdicts[0] ??
    missing()
  )
}
