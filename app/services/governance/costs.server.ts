import { recordEvent } from '#db/events.ts'
import { lossModel, setLossModel } from '#db/loss-models.ts'
import { bearsOnMoney, withAsk } from '#domain/governance/asks.ts'
import { drawYears, type LossModel, simulate } from '#domain/governance/loss.ts'
import { LiabilityHead, type Recovery, recoveryOf } from '#domain/governance/recovery.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { startingLossModel } from '#playbooks/governance.ts'
import { deploymentState, feesOf } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { controlsOf } from './controls.server.ts'

/** What a failure of the deployment costs in a year, what comes back, and what each ask and control is worth. */
export async function lossState(house: House, deployment: Deployment, date: string) {
  const entered = await lossModel(house.db, deployment.id)
  const state = await deploymentState(house, deployment, date)
  const { agreements, terms } = state.papers
  const fees = feesOf(agreements.filter((a) => a.status !== 'expired' && a.status !== 'terminated'))
  const model = entered?.model ?? { ...startingLossModel, ...(fees ? { currency: fees.currency } : {}) }
  const heads = [...new Set(model.scenarios.map((s) => s.head))]
  const recoveriesOf = (standing: PolicyTerm[]) => heads.map((head) => recoveryOf(head, standing, fees))
  const recoveries = recoveriesOf(terms)
  const states = await controlsOf(house, deployment, date)
  const inOrder = states.filter((c) => c.standing === 'ok' && c.status === 'in_place').map((c) => c.id)
  const draws = drawYears(model)
  const run = (standing: Recovery[], controls: string[]) =>
    simulate({ model, recoveries: standing, controls, draws })
  const now = run(recoveries, inOrder)
  const unmet = new Set(state.assessment.gaps.map((gap) => gap.rule))
  const asks = house.playbooks.playbook.rules
    .filter((rule) => unmet.has(rule.id) && bearsOnMoney(rule, deployment.riskClass))
    .map((rule) => {
      const asked = run(recoveriesOf(withAsk(terms, rule, deployment.riskClass)), inOrder)
      return {
        rule: rule.id,
        title: rule.title,
        required: rule.by[deployment.riskClass]?.words ?? '',
        worth: now.retained - asked.retained,
        p95: now.retainedP95 - asked.retainedP95,
      }
    })
    .sort((a, b) => b.worth - a.worth)
  const controls = [...new Set(model.scenarios.flatMap((s) => s.controls.map((c) => c.control)))].map(
    (id) => {
      const standing = inOrder.includes(id)
      const other = run(recoveries, standing ? inOrder.filter((c) => c !== id) : [...inOrder, id])
      return {
        id,
        title: states.find((c) => c.id === id)?.title ?? id.replaceAll('_', ' '),
        inOrder: standing,
        worth: Math.abs(now.retained - other.retained),
      }
    },
  )
  return {
    model,
    entered: entered ? { by: entered.updatedBy, at: entered.updatedAt } : null,
    fees: fees ?? null,
    recoveries,
    now,
    asks,
    controls: controls.sort((a, b) => b.worth - a.worth),
    organisationPapers: agreements,
  }
}

export async function saveLossModel(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  model: LossModel,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setLossModel(trx, deployment.id, model, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: 'changed the loss model of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { scenarios: model.scenarios.map((s) => s.title), currency: model.currency },
    })
  })
}

/** The form's fields ("title.0", "frequency.low.0" …) as they would be parsed; a scenario without a title is left out. */
export function lossModelFields(form: FormData): unknown {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => Number(text(name).replaceAll(/[\s,_]/g, '') || 'NaN')
  const range = (name: string, i: number) => ({
    low: number(`${name}.low.${i}`),
    likely: number(`${name}.likely.${i}`),
    high: number(`${name}.high.${i}`),
  })
  const kept: { controls: unknown }[] = JSON.parse(text('kept') || '[]')
  const scenarios = Array.from({ length: Number(text('count')) || 0 }, (_, i) => i)
    .filter((i) => text(`title.${i}`) !== '')
    .map((i) => ({
      id: text(`id.${i}`) || `s${i + 1}`,
      title: text(`title.${i}`),
      frequency: range('frequency', i),
      loss: range('loss', i),
      head: LiabilityHead.safeParse(text(`head.${i}`)).data ?? 'other',
      kinds: Object.fromEntries(
        ['direct', 'third_party', 'regulatory', 'lost_profits', 'goodwill'].map((kind) => [
          kind,
          number(`${kind}.${i}`) || 0,
        ]),
      ),
      vendorsFault: number(`vendorsFault.${i}`),
      controls: kept[i]?.controls ?? [],
    }))
  return { currency: text('currency').toUpperCase(), scenarios }
}
