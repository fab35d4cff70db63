import { agreements } from '#db/agreements.ts'
import { readingsBehind } from '#db/engines.ts'
import { recordEvent } from '#db/events.ts'
import { filesById } from '#db/files.ts'
import { engine } from '#domain/reading/engine.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import type { JobName } from './jobs.ts'

/** What a kind of job does, in words people know. */
const titles: Record<JobName, string> = {
  read: 'Read a paper',
  reread: 'Read papers again with the newer engine',
  assess: 'Assess everything for a day',
  export: 'Make an export',
  sweep: 'Timed work',
}

/** Jobs that wait, run, or failed too often and wait for a person. */
export async function jobsAtHand({ jobs, whole }: House) {
  const parked = await jobs.parked()
  const files = await filesById(
    whole.db,
    parked.filter(({ name }) => name === 'read').map(({ key }) => key),
  )
  const papers = await agreements(whole.db, { ids: files.map((file) => file.agreementId) })
  return {
    counts: await jobs.counts(),
    readings: await readingsBehind(whole.db, engine),
    parked: parked.map(({ id, name, key, error, since }) => {
      const file = files.find((one) => one.id === key)
      const paper = papers.find((one) => one.id === file?.agreementId)
      return {
        id,
        title: titles[name],
        about: file?.fileName ?? key,
        href: paper ? `/agreements/${paper.slug}` : null,
        error,
        since,
      }
    }),
  }
}

/** Gives a parked job another try. @returns false when there is none of that id any more */
export async function runParkedAgain({ jobs, db }: House, user: User, id: string): Promise<boolean> {
  const job = (await jobs.parked()).find((one) => one.id === id)
  if (!job) return false
  await recordEvent(db, {
    actor: user.email,
    action: 'ran again',
    subject: 'job',
    subjectId: id,
    detail: { name: job.name, key: job.key, error: job.error },
  })
  await jobs.runAgain(id)
  return true
}
