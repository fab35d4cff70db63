import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { currentFiles, filesOf } from '#db/files.ts'
import { setTemplate, templateIds } from '#db/templates.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { assignGaps, commentOnGap } from './gap-work.server.ts'
import type { House } from './house.server.ts'
import { compared } from './paper-comparison.server.ts'
import type { User } from './user.server.ts'

/** A version of a paper beside the one before, or beside another paper. */

/**
 * @param asked versions by number; `against` names another paper, an agreement's address part, instead of an earlier version
 */
export async function comparison(
  house: House,
  agreement: Agreement,
  asked: { from?: number; to?: number; against?: string; date: string },
) {
  const files = (await filesOf(house.db, agreement.id)).filter((file) => file.state === 'read')
  const to = files.find((file) => file.version === asked.to) ?? files[0]
  const all = await agreements(house.db)
  const templates = await templateIds(house.db)
  const other = asked.against ? all.find((one) => one.slug === asked.against) : undefined
  const from = other
    ? (await currentFiles(house.db)).find((file) => file.agreementId === other.id && file.state === 'read')
    : (files.find((file) => file.version === asked.from) ??
      files.find((file) => file.version < (to?.version ?? 0)))
  return {
    files,
    to,
    from,
    /** The other paper, when it isn't an earlier version. */
    other: other && { slug: other.slug, title: other.title, template: templates.includes(other.id) },
    isTemplate: templates.includes(agreement.id),
    /** Templates first. */
    papers: all
      .filter((one) => one.id !== agreement.id)
      .map((one) => ({
        slug: one.slug,
        title: one.title,
        vendor: one.vendorName,
        template: templates.includes(one.id),
      }))
      .sort((a, b) => Number(b.template) - Number(a.template)),
    ...(from && to ? await compared(house, agreement, other, { from, to }, asked.date) : null),
  }
}

/** Re-papering by hand: every gap that the version opened goes to somebody to be negotiated. @returns how many */
export async function startRepapering(
  house: House,
  user: User,
  agreement: Agreement,
  asked: { from: number; to: number; owner: string; dueOn: string; date: string },
): Promise<number> {
  const { effects = [], to } = await comparison(house, agreement, asked)
  let count = 0
  for (const deployment of await deployments(house.db, { agreementId: agreement.id })) {
    const effect = effects.find((one) => one.deployment.slug === deployment.slug)
    for (const { rule } of effect?.opened ?? []) {
      const key = { deployment, rule }
      await assignGaps(house, user, [key], { owner: asked.owner, dueOn: asked.dueOn, status: 'negotiating' })
      await commentOnGap(
        house,
        user,
        key,
        `Re-papering: version ${to?.version} of “${agreement.title}” opened this gap.`,
      )
      count++
    }
  }
  return count
}

/** Marks the agreement as a template of ours, or takes that back. */
export async function markTemplate(
  house: House,
  user: User,
  agreement: Agreement,
  is: boolean,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setTemplate(trx, agreement.id, is ? user.email : null)
    await recordEvent(trx, {
      actor: user.email,
      action: is ? 'marked as our template' : 'no longer our template',
      subject: 'agreement',
      subjectId: agreement.id,
    })
  })
}
