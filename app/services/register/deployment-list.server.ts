import { groupBy } from 'es-toolkit'
import { deploymentList } from '#db/deployments.ts'
import { papersByVendor, registerCounts } from '#db/overview.ts'
import { valuesOf } from '#db/pages.ts'
import { riskClassTitles } from '#domain/policy/risk.ts'
import { deploymentStatusTitles } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { asked, choicesOf, optionsOf, pageAsked, vendorFacet } from '../list-filter.server.ts'
import { bringUp } from '../standing/keep.server.ts'
import { openGapCounts, severitiesOf } from '../standing/open-gaps.server.ts'

/** The list of deployments, as its address asks: "?class=&status=&vendor=&owner=&page=". */
export async function deploymentScreen(house: House, date: string, search: URLSearchParams) {
  const { db } = house
  const behind = await bringUp(house, date)
  const vendor = await vendorFacet(house, search, { label: 'Rests on', all: 'Any vendor', none: true })
  const { rows, ...place } = await deploymentList(
    db,
    {
      riskClass: asked(search, 'class'),
      status: asked(search, 'status'),
      vendorIds: vendor.ids,
      owner: asked(search, 'owner'),
    },
    pageAsked(search),
  )
  const deploymentIds = rows.map(({ id }) => id)
  const restedOn = groupBy(await papersByVendor(db, deploymentIds), (one) => one.deploymentId)
  const open = await openGapCounts(house, date, { deploymentIds })
  return {
    behind,
    total: (await registerCounts(db)).deployments,
    choices: choicesOf(search, await facetsOf(house, vendor.facet)),
    place,
    rows: rows.map((deployment) => ({
      deployment,
      restsOn: restedOn[deployment.id] ?? [],
      severities: severitiesOf([open.get(deployment.id) ?? {}]),
    })),
  }
}

async function facetsOf({ db }: House, vendor: Awaited<ReturnType<typeof vendorFacet>>['facet']) {
  const classes = await valuesOf(db, 'deployment', 'risk_class')
  const statuses = await valuesOf(db, 'deployment', 'status')
  const owners = await valuesOf(db, 'deployment', 'owner')
  return [
    {
      name: 'class',
      label: 'Class',
      all: 'Every class',
      options: optionsOf(classes.values, riskClassTitles),
    },
    {
      name: 'status',
      label: 'Status',
      all: 'Every status',
      options: optionsOf(statuses.values, deploymentStatusTitles),
    },
    vendor,
    { name: 'owner', label: 'Owner', all: 'Anybody', options: optionsOf(owners.values), none: owners.none },
  ]
}
