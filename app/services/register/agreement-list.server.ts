import { sumBy } from 'es-toolkit'
import { agreementList } from '#db/agreements.ts'
import { currentFiles } from '#db/files.ts'
import { registerCounts } from '#db/overview.ts'
import { valuesOf } from '#db/pages.ts'
import { type TermToReview, termsToReview } from '#db/review-terms.ts'
import { agreementKindTitles, agreementStatusTitles } from '#domain/register/agreement.ts'
import type { House } from '../house.server.ts'
import { asked, choicesOf, optionsOf, pageAsked, vendorFacet } from '../list-filter.server.ts'
import { reviewStates } from '../review/review-states.server.ts'

/** The list of agreements, as its address asks: "?vendor=&kind=&status=&owner=&page=". */
export async function agreementScreen(house: House, search: URLSearchParams) {
  const { db } = house
  const vendor = await vendorFacet(house, search, { label: 'Vendor', all: 'Any vendor' })
  const { rows, ...place } = await agreementList(
    db,
    {
      vendorIds: vendor.ids ?? undefined,
      kind: asked(search, 'kind'),
      status: asked(search, 'status'),
      owner: asked(search, 'owner'),
    },
    pageAsked(search),
  )
  const ids = rows.map(({ id }) => id)
  const files = new Map((await currentFiles(db, ids)).map((file) => [file.agreementId, file]))
  const terms = await termsToReview(db, ids)
  const reviews = await reviewStates(house, ids, terms)
  return {
    total: (await registerCounts(db)).agreements,
    choices: choicesOf(search, [vendor.facet, ...(await facetsOf(house))]),
    place,
    rows: rows.map((agreement) => ({
      agreement,
      review: reviews.get(agreement.id),
      file: files.get(agreement.id),
      counts: countsOf(terms.get(agreement.id) ?? []),
    })),
  }
}

/** How many terms stand, and how many of them nobody has looked at; what is printed twice counts twice, as it is read. */
function countsOf(terms: TermToReview[]) {
  const standing = terms.filter(({ review }) => review !== 'rejected')
  const unreviewed = standing.filter(({ review }) => review === 'unreviewed')
  return {
    terms: sumBy(standing, ({ again }) => 1 + again.length),
    unreviewed: sumBy(unreviewed, ({ again }) => 1 + again.length),
  }
}

async function facetsOf({ db }: House) {
  const kinds = await valuesOf(db, 'agreement', 'kind')
  const statuses = await valuesOf(db, 'agreement', 'status')
  const owners = await valuesOf(db, 'agreement', 'owner')
  return [
    { name: 'kind', label: 'Kind', all: 'Every kind', options: optionsOf(kinds.values, agreementKindTitles) },
    {
      name: 'status',
      label: 'Status',
      all: 'Every status',
      options: optionsOf(statuses.values, agreementStatusTitles),
    },
    { name: 'owner', label: 'Owner', all: 'Anybody', options: optionsOf(owners.values), none: owners.none },
  ]
}
