import { agreements, agreementsPage } from '#db/agreements.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import type { PaperChoices } from '../components/paper-choice.ts'
import type { House } from './house.server.ts'

/** Up to so many papers a list shows all; in a larger register people type a few letters. */
const WHOLE = 100
const FOUND = 20

const choiceOf = ({ id, vendorName, title }: Agreement) => ({ id, title: `${vendorName}: ${title}` })

/** What a form offers to choose from. @param chosen ids of those that are chosen already and must keep their names */
export async function paperChoices({ db }: House, chosen: string[]): Promise<PaperChoices> {
  const { agreements: some, total } = await agreementsPage(db, { q: '', limit: WHOLE, offset: 0 })
  if (total <= WHOLE) return { whole: true, papers: some.map(choiceOf) }
  return { whole: false, papers: (await agreements(db, { ids: chosen })).map(choiceOf) }
}

/** Papers whose title, vendor or owner has these letters. */
export async function papersLike({ db }: House, typed: string): Promise<PaperChoices['papers']> {
  const q = typed.trim()
  if (q === '') return []
  return (await agreementsPage(db, { q, limit: FOUND, offset: 0 })).agreements.map(choiceOf)
}
