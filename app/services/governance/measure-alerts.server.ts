import { channels, insertDelivery } from '#db/channels.ts'
import type { Db } from '#db/connect.ts'
import { deploymentById, deployments } from '#db/deployments.ts'
import { measureCounts, measuredDeployments, measureThresholds } from '#db/measures.ts'
import { controlChart, type MeasureCount, withThresholds } from '#domain/governance/measures.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { measureRules } from '#playbooks/governance.ts'
import { asPerson } from '../as-person.server.ts'
import { messageFor } from '../channel-message.server.ts'
import type { House } from '../house.server.ts'

export interface MeasureAlert {
  deployment: { slug: string; name: string }
  measure: string
  /** "intent refunds"; empty for all of them. */
  of: string
  /** ISO date: the last day of the period. */
  on: string
  /** "23.4 %" */
  value: string
  signals: string[]
  /** Of the period and dimension, to tell the same alert again. */
  key: string
}

/** What in the newest period of each measure is for the worse: somebody should look. */
function alertsIn(
  deployment: Deployment,
  counts: MeasureCount[],
  set: Awaited<ReturnType<typeof measureThresholds>>,
): MeasureAlert[] {
  return [...new Set(counts.map((c) => `${c.measure}|${c.dimension}|${c.value}`))].flatMap((key) => {
    const [id, dimension, value] = key.split('|')
    const known = measureRules.measures.find((m) => m.id === id)
    if (!known) return []
    const measure = withThresholds(
      known,
      set.find((t) => t.measure === id),
    )
    const { points, unit } = controlChart(
      measure,
      counts.filter((c) => c.measure === id && c.dimension === dimension && c.value === value),
    )
    const last = points.at(-1)
    if (!last?.worse) return []
    return [
      {
        deployment: { slug: deployment.slug, name: deployment.name },
        measure: measure.title,
        of: dimension === 'all' ? '' : `${dimension} ${value}`,
        on: last.endsOn,
        value: `${Math.round(last.value * 10) / 10}${unit && ` ${unit}`}`,
        signals: last.signals,
        key: `${key}|${last.startsOn}|${last.count}|${last.total}`,
      },
    ]
  })
}

/** Alerts of every deployment that still runs. */
export async function measureAlerts(house: House): Promise<MeasureAlert[]> {
  const alerts = []
  for (const deployment of await deployments(house.db, { ids: await measuredDeployments(house.db) })) {
    if (deployment.status === 'retired') continue
    const set = await measureThresholds(house.db, deployment.id)
    alerts.push(...alertsIn(deployment, await measureCounts(house.db, deployment.id), set))
  }
  return alerts
}

/** Channels whose maker sees the deployment. Asked before the transaction, which holds the register's one connection. */
export async function channelsSeeing(house: House, deployment: Deployment) {
  const seeing = []
  for (const channel of await channels(house.db)) {
    const seen = (await asPerson(house, channel.made_by)) ?? house
    if (await deploymentById(seen.db, deployment.id)) seeing.push(channel)
  }
  return seeing
}

/**
 * Puts alerts that the counts just taken have raised into the outbox: by mail to the deployment's owner, else to
 * REMIND_TO, and to the channels. The same counts sent again alert nobody twice.
 * @param input.before the counts that stood before
 */
export async function announceAlerts(
  { config }: Pick<House, 'config'>,
  trx: Db,
  input: {
    deployment: Deployment
    before: MeasureCount[]
    posted: Awaited<ReturnType<typeof channelsSeeing>>
  },
): Promise<void> {
  const { deployment, before, posted } = input
  const set = await measureThresholds(trx, deployment.id)
  const known = new Set(alertsIn(deployment, before, set).map((alert) => alert.key))
  const alerts = alertsIn(deployment, await measureCounts(trx, deployment.id), set).filter(
    (alert) => !known.has(alert.key),
  )
  if (alerts.length === 0) return
  const now = new Date()
  const subject = `${deployment.name}: ${alerts.length} ${alerts.length === 1 ? 'measure needs' : 'measures need'} a look`
  const lines = alerts.map(({ measure, of, on, value, signals }) => ({
    head: `${measure}${of && `, ${of}`}: ${value}`,
    more: `${signals.join(', ')}, period to ${on}`,
  }))
  const address = `${config.baseUrl ?? ''}/measures?deployment=${deployment.slug}`
  const { smtpUrl, remindTo } = config
  const recipient = deployment.owner?.includes('@') ? deployment.owner : remindTo
  if (smtpUrl && recipient) {
    const body = [...lines.map(({ head, more }) => `${head}\n${more}`), address].join('\n\n')
    await insertDelivery(trx, { channelId: null, recipient, subject, body }, now)
  }
  for (const channel of posted) {
    const data = { type: 'measures.alert', deployment: deployment.slug, url: address, alerts }
    const body = JSON.stringify(messageFor(channel.form, { title: subject, lines, data }))
    await insertDelivery(
      trx,
      { channelId: channel.id, recipient: null, subject: 'measures.alert', body },
      now,
    )
  }
}
