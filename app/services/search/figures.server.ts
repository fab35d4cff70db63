import { chunk } from 'es-toolkit'
import { again } from '#db/again.ts'
import { agreements } from '#db/agreements.ts'
import { figuresDue, keepFigures, takeFiguresDue } from '#db/figures.ts'
import { standingValues } from '#db/terms.ts'
import { figuresOf } from '#domain/search/figures.ts'
import { breathe } from '../breathe.server.ts'
import type { House } from '../house.server.ts'
import type { Sweep } from '../sweep.server.ts'

/**
 * Keeps the figures of the search in step with terms, decisions and fees. Whoever asks has those of the few agreements made anew
 * that changed; after an update or an import a sweep makes them all.
 */

/** Agreements that a question waits for: some tens of milliseconds. */
const PATIENCE = 40
const AT_ONCE = 10
const LOOK_AHEAD = 1000

/** @returns whether all figures are in step now */
export async function bringFiguresUp(asker: House): Promise<boolean> {
  const due = await figuresDue(asker.whole.db, PATIENCE + 1)
  if (due.length > PATIENCE) return false
  if (due.length > 0) await makeFigures(asker.whole, due)
  return true
}

async function makeFigures({ db }: House, ids: string[]): Promise<void> {
  await again(db, async (trx) => {
    await takeFiguresDue(trx, ids)
    const read = await standingValues(trx, ids)
    const papers = (await agreements(trx, { ids })).flatMap((agreement) => {
      const terms = read.get(agreement.id)
      if (!terms) return []
      const figures = terms.flatMap((term) =>
        figuresOf(term, agreement.annualFees ?? undefined).map((figure) => ({ ...figure, termId: term.id })),
      )
      return [{ agreement, figures }]
    })
    await keepFigures(trx, ids, papers)
  })
}

/** All that are due, a few at a time. */
export async function makeAllFigures(house: House): Promise<void> {
  for (;;) {
    const due = await figuresDue(house.db, LOOK_AHEAD)
    if (due.length === 0) return
    for (const ids of chunk(due, AT_ONCE)) {
      await makeFigures(house, ids)
      await breathe()
    }
  }
}

export const figuresSweep: Sweep = { name: 'figures', everyMinutes: 1, run: makeAllFigures }
