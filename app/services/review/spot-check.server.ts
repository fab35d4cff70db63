import type { LoaderFunctionArgs } from '@remix-run/node'
import { isEqual } from 'es-toolkit'
import { raiseDifferences } from '#db/differences.ts'
import { recordEvent } from '#db/events.ts'
import { type SpotCheck, setSpotVerdict, spotCheckById } from '#db/spot-checks.ts'
import { termById } from '#db/terms.ts'
import type { StoredTerm } from '#domain/register/agreement.ts'
import type { House } from '../house.server.ts'
import { differentPerson, type User } from '../user.server.ts'

/** The spot check that the address names, for whoever did not confirm the term. @throws Response 403, 404 */
export async function requireSpotCheck({ params, context: { house, user } }: LoaderFunctionArgs) {
  const check = await spotCheckById(house.db, params.id ?? '')
  const term = check && (await termById(house.db, check.termId))
  if (!check || !term || check.verdict)
    throw new Response('There is no such term to read, or it has been read.', { status: 404 })
  if (![check.confirmedBy, ...term.people].every((reader) => differentPerson(user, reader)))
    throw new Response('You confirmed this term yourself; somebody else has to read it.', { status: 403 })
  return { check, term }
}

/**
 * Records what a second reader read without seeing what was confirmed.
 * @param value null: the paper does not say it
 */
export async function readBlind(
  house: House,
  { check, term }: { check: SpotCheck; term: StoredTerm },
  value: StoredTerm['value'] | null,
  by: User,
): Promise<void> {
  const same = value !== null && isEqual(value, check.confirmedValue)
  const verdict = same ? 'same' : value ? 'other' : 'not_there'
  await house.db.transaction().execute(async (trx) => {
    if (!(await setSpotVerdict(trx, check.id, { verdict, value, note: null, by: by.email }))) return
    if (!same)
      await raiseDifferences(trx, term, [
        {
          termId: term.id,
          type: term.type,
          found: value && { ...term, value },
          source: 'spot_check',
          raisedBy: by.email,
        },
      ])
    await recordEvent(trx, {
      actor: by.email,
      action: 'read a confirmed term blind',
      subject: 'agreement',
      subjectId: term.agreementId,
      detail: { term: term.id, type: term.type, verdict },
    })
  })
}
