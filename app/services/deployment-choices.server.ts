import { deploymentsCalledLike } from '#db/deployments.ts'
import type { Choice } from '../components/paper-choice.ts'
import type { House } from './house.server.ts'

const FOUND = 20

/** Deployments whose name has these letters. */
export async function deploymentsLike({ db }: House, typed: string): Promise<Choice[]> {
  const q = typed.trim()
  if (q === '') return []
  return (await deploymentsCalledLike(db, q, FOUND)).map(({ id, name }) => ({ id, title: name }))
}
