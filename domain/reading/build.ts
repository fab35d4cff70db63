import { clauseTree } from '../document/clauses.ts'
import { definitionsOf } from '../document/definitions.ts'
import type { Document } from '../document/document.ts'
import { referencesOf } from '../document/references.ts'
import { unitsOf } from '../document/units.ts'
import { classify } from './classifier.ts'
import type { ReadingContext, Unit } from './context.ts'
import { readParties } from './parties/index.ts'
import { makeRoles } from './roles.ts'
import { wordIndex } from './word-index.ts'

/** The structure of a document and the classifier's view of it, built once and handed to every reader. */
export function buildContext(document: Document): ReadingContext {
  const { clauses, blocks } = clauseTree(document)
  const units = unitsOf(document, blocks)
  const parties = readParties(document.text)
  const words = wordIndex(units)
  const judged = classify(document.text, units, words.mayMatch)

  return {
    document,
    text: document.text,
    units,
    clauses,
    definitions: definitionsOf(units),
    references: referencesOf(document.text, clauses),
    parties,
    ...makeRoles(parties),
    ...words,
    score: (category: string, unit: Unit) => judged(category).scores[unit.index] ?? 0,
    passages: (category: string) => judged(category).passages,
  }
}
