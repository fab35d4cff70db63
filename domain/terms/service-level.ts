import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import type { Unit } from '../reading/context.ts'
import { firstDuration, percentIn } from './shared/amounts.ts'
import { finding, section, withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const ServiceLevel = z.object({
  /** Per cent of the month: 99.9. */
  uptime: z.number().min(0).max(100).optional(),
  responseTime: Duration.optional(),
  credits: z.boolean().optional(),
  soleRemedy: z.boolean().optional(),
})
type ServiceLevel = z.infer<typeof ServiceLevel>

/** How much of the time it works, and what one gets when it doesn't. */
export const serviceLevel = defineTerm({
  type: 'service_level',
  title: 'Service level',
  group: 'oversight',
  describes:
    'The availability and response times promised, credits for missing them, and whether credits are all one gets.',
  looksFor: [
    'monthly uptime percentage',
    'available 99.9% of the time',
    'respond within',
    'service credits',
    'sole and exclusive remedy',
  ],
  value: ServiceLevel,
  version: 2,
  read(context) {
    const found: Candidate<ServiceLevel>[] = []
    const taken = new Set<Unit>()
    for (const unit of context.unitsThatMayMatch(AVAILABLE, RESPONDS)) {
      const uptime = uptimeIn(unit)
      const responseTime = responseIn(unit)
      if (taken.has(unit) || (uptime === undefined && !responseTime)) continue
      const around = section(context, unit).filter(
        (other) => CREDITS.test(other.plain) || SOLE.test(other.plain),
      )
      const credits = around.filter((other) => CREDITS.test(other.plain) && !PREPAID.test(other.plain))
      const sole = around.filter((other) => isSole(other))
      const value = {
        ...(uptime !== undefined && { uptime }),
        ...(responseTime && { responseTime }),
        ...(credits.length > 0 && { credits: true }),
        ...(sole.length > 0 && {
          soleRemedy: !sole.some((other) =>
            /\bnot (?:be )?(?:the |its |customer['’]s )?(?:sole|exclusive|only)/i.test(other.plain),
          ),
        }),
      }
      for (const other of section(context, unit))
        if (uptime !== undefined && uptimeIn(other) !== undefined) taken.add(other)
      found.push(
        finding(
          value,
          [unit, ...credits.slice(0, 1), ...sole.slice(0, 1)],
          uptime !== undefined ? 'uptime' : 'response time',
          uptime !== undefined ? 0.9 : 0.75,
        ),
      )
    }
    return found
  },
  plain: ({ uptime, responseTime, credits, soleRemedy }) =>
    [
      uptime !== undefined && `${uptime}% uptime`,
      responseTime && `response in ${plainDuration(responseTime)}`,
      credits && 'credits',
      soleRemedy === true && 'as the sole remedy',
      soleRemedy === false && 'not the sole remedy',
    ]
      .filter(Boolean)
      .join(', '),
})

const AVAILABLE = /\b(?:uptime|availab\w{0,40}|up-?time|operational|accessible|in service|up and running)\b/i
const PROMISES =
  /\b(?:shall|will|target|commit\w{0,40}|guarantee\w{0,40}|at least|not less than|no less than|percentage|maintain|minimum|objective|level|amounts? to)\b/i
const CREDITS =
  /\b(?:service|uptime|availability|fee|sla|financial)[- ]?(?:level )?credits?\b|\bcredit(?:ed)? (?:to|against|equal|of)\b[^.;]{0,60}?\b(?:fees|invoice|month)/i
/** Credits that are bought beforehand are money, not amends. */
const PREPAID = /\b(?:prepa|purchas|promotional|buy|bought|expire)\w{0,40}\b/i
const SOLE = /\b(?:sole|exclusive|only)\b[^.;]{0,40}?\bremed/i

const isSole = (unit: Unit) =>
  SOLE.test(unit.plain) &&
  /\b(?:credits?|service levels?|uptime|availability|unavailab\w{1,40}|failure to meet|downtime|sla)\b/i.test(
    `${unit.plain} ${unit.heading}`,
  )

/** What the customer makes available is no service. */
const CUSTOMERS = /\b(?:customer|client|you) (?:shall|must|will) (?:make|provide|keep)\b/i

function uptimeIn(unit: Unit): number | undefined {
  const words = withLeadIn(unit)
  if (!AVAILABLE.test(words) || !PROMISES.test(words) || CUSTOMERS.test(words)) return undefined
  return percentIn(unit.plain).find((percent) => percent >= 90 && percent <= 100)
}

const RESPONDS =
  /\b(?:respon(?:d|se|ds)(?: times?)?|initial response|acknowledg\w{0,40})\b[^.;]{0,100}?\b(?:hours?|minutes?|business days?)\b/i

/** A table row or sentence that says how soon support answers. */
function responseIn(unit: Unit): Duration | undefined {
  const words = `${withLeadIn(unit)}`
  const at = RESPONDS.exec(unit.plain)
  if (
    !at ||
    !/\b(?:severity|priority|support|critical|incident|ticket|request|outage|error|P[1-4]|sev)\b/i.test(
      `${words} ${unit.heading}`,
    )
  )
    return undefined
  if (/\b(?:data subject|notice of breach|indemnif|audit|discovery)\b/i.test(words)) return undefined
  return firstDuration(at[0])
}
