import { decisionsSince } from '#db/decisions.ts'
import { filesById } from '#db/files.ts'
import { spotChecks } from '#db/spot-checks.ts'
import { standing } from '#domain/review/decision.ts'
import { reviewMeasures } from '#domain/review/measures.ts'
import type { House } from '../house.server.ts'

/** Older versions too: a decision stays a decision when a newer paper comes in. */
const filesDecidedOn = (db: House['db'], decisions: { fileId: string }[]) =>
  filesById(db, [...new Set(decisions.map((decision) => decision.fileId))])

/** How the review goes, over everything that was ever decided. */
export async function measuresOfReview({ db }: House) {
  const decisions = await decisionsSince(db, '')
  const files = await filesDecidedOn(db, decisions)
  const readAt = new Map(files.flatMap((f) => (f.readAt ? [[f.id, f.readAt]] : [])))
  return reviewMeasures(decisions, readAt, await spotChecks(db))
}

/**
 * What people decided, as labels to learn from: a JSON object a line, one line a term that somebody decided on. Who decided
 * is left out: the engine need not know.
 */
export async function reviewLabels({ db }: House): Promise<string> {
  const decisions = await decisionsSince(db, '')
  const sha256 = new Map((await filesDecidedOn(db, decisions)).map((file) => [file.id, file.sha256]))
  const lines = [...new Set(decisions.map((decision) => decision.subjectId))].flatMap((subject) => {
    const own = decisions.filter((decision) => decision.subjectId === subject)
    const { review, value, citations, decision } = standing(own)
    if (!decision) return []
    const places = citations ?? decision.before.citations ?? []
    return JSON.stringify({
      sha256: sha256.get(decision.fileId) ?? null,
      type: decision.type,
      decision: review,
      value,
      citations: places.map(({ start, end, quote, page, clause }) => ({ start, end, quote, page, clause })),
      read: own[0]?.before.read
        ? { value: own[0].before.read, confidence: own[0].before.confidence, reader: own[0].before.reader }
        : null,
      reason: decision.reason,
      decidedAt: decision.at,
    })
  })
  return lines.map((line) => `${line}\n`).join('')
}
