import { recordEvent } from '#db/events.ts'
import {
  insertReviewerPlaybook,
  knowledgeSources,
  reviewerPlaybooks,
  setKnowledgeSource,
} from '#db/reviewers.ts'
import { ReviewerPlaybook, type SourceInput, sourceStates } from '#domain/governance/reviewers.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { controlsOf } from './controls.server.ts'

type Actor = Pick<User, 'email'>

/** The reviewer playbook in its versions, the sources, and whether answers must cite a source that is not there. */
export async function reviewersView(house: House, deployment: Deployment, date: string) {
  const versions = await reviewerPlaybooks(house.db, deployment.id)
  const sources = sourceStates(await knowledgeSources(house.db, deployment.id), date)
  const controls = await controlsOf(house, deployment, date)
  const mustCite = controls.some((c) => c.id === 'citation' && c.status !== 'not_applicable')
  return {
    versions,
    sources,
    withoutSource:
      mustCite && sources.length === 0 ? 'Its answers must cite a source, and none is listed.' : null,
  }
}

const parts = ['allowed', 'forbidden', 'thresholds', 'ambiguous', 'handOver'] as const

/** Publishes the next version; the form has a text a part, a line an entry. @returns what is wrong, or null */
export async function publishReviewerPlaybook(
  house: House,
  user: Actor,
  deployment: Deployment,
  form: FormData,
): Promise<string | null> {
  const content = ReviewerPlaybook.safeParse(
    Object.fromEntries(
      parts.map((part) => [
        part,
        String(form.get(part) ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ]),
    ),
  )
  if (!content.success) return 'A part has more than forty lines.'
  await house.db.transaction().execute(async (trx) => {
    const version = await insertReviewerPlaybook(trx, deployment.id, content.data, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: `published version ${version} of the reviewer playbook of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { version },
    })
  })
  return null
}

/** Lists a source, or changes one. */
export async function saveSource(
  house: House,
  user: Actor,
  deployment: Deployment,
  source: SourceInput,
  id?: string,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setKnowledgeSource(trx, deployment.id, source, id)
    await recordEvent(trx, {
      actor: user.email,
      action: `set the source ${source.title} of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { ...source },
    })
  })
}
