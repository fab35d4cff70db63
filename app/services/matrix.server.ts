import { setResponsibility } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { insertMatrixVersion, matrixVersions, signMatrixVersion } from '#db/matrices.ts'
import type { Area } from '#domain/policy/areas.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { allocate, type ResponsibilityRow } from '#domain/policy/responsibilities.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { changedAreas, type MatrixRow } from '#domain/register/matrix.ts'
import { matrixTemplates } from '#playbooks/governance.ts'
import { type DeploymentState, deploymentState } from './assessment.server.ts'
import type { House } from './house.server.ts'
import { hrefOf } from './standing/rows.server.ts'
import { differentPerson, type User } from './user.server.ts'

/** Who carries what in a deployment: as its contracts and its people have it, vendor by vendor, and as it was kept and signed. */

export const matrixRows = (rows: ResponsibilityRow[]): MatrixRow[] =>
  rows.map(({ area, title, allocation, note, terms }) => ({
    area,
    title,
    allocation,
    note,
    clauses: terms.map(whereOf),
  }))

/** What each vendor's papers say on their own, where a deployment rests on several; [] otherwise. */
export function vendorRows(areas: Area[], { papers }: DeploymentState) {
  const vendorOf = new Map(papers.agreements.map((a) => [a.id, a.vendorName]))
  const vendors = [...new Set(vendorOf.values())].sort()
  if (vendors.length < 2) return []
  return vendors.map((vendor) => ({
    vendor,
    rows: allocate({
      areas,
      terms: papers.terms.filter((term) => vendorOf.get(term.agreement.id) === vendor),
      decisions: [],
    }),
  }))
}

/** Everything the matrix's screen shows beside its rows. */
export async function matrixView(house: House, user: User, deployment: Deployment, date: string) {
  const state = await deploymentState(house, deployment, date)
  const rows = matrixRows(state.responsibilities)
  const versions = await matrixVersions(house.db, deployment.id)
  const unallocated = new Set(rows.filter((row) => row.allocation === 'unallocated').map((row) => row.area))
  return {
    vendors: vendorRows(house.playbooks.areas, state).map(({ vendor, rows }) => ({
      vendor,
      cells: Object.fromEntries(
        rows.map(({ area, allocation, terms }) => [
          area,
          { allocation, clauses: terms.map((term) => ({ where: whereOf(term), href: hrefOf(term) })) },
        ]),
      ),
    })),
    templates: matrixTemplates.templates.map(({ id, title, describes, allocations }) => ({
      id,
      title,
      describes,
      fills: allocations.filter(({ area }) => unallocated.has(area)).length,
    })),
    versions: versions.map(({ rows: _, ...version }) => ({
      ...version,
      maySign: !version.signedBy && differentPerson(user, version.madeBy),
    })),
    /** Areas that changed since the newest version; null when none was kept. */
    changed: versions[0] ? changedAreas(versions[0].rows, rows) : null,
  }
}

/** Decides what nobody carries as the template has it; what a contract or a person said stays. @returns how many */
export async function applyTemplate(
  house: House,
  user: User,
  deployment: Deployment,
  templateId: string,
  date: string,
): Promise<number> {
  const template = matrixTemplates.templates.find((one) => one.id === templateId)
  if (!template) throw new Response('There is no such template.', { status: 404 })
  const { responsibilities } = await deploymentState(house, deployment, date)
  const open = new Set(
    responsibilities.filter((row) => row.allocation === 'unallocated').map((row) => row.area),
  )
  const taken = template.allocations.filter(({ area }) => open.has(area))
  if (taken.length === 0) return 0
  await house.db.transaction().execute(async (trx) => {
    for (const { area, allocation, reason } of taken)
      await setResponsibility(trx, deployment.id, area, { allocation, reason, decidedBy: user.email })
    await recordEvent(trx, {
      actor: user.email,
      action: 'took a template for the matrix of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { template: template.title, areas: taken.map(({ area }) => area) },
    })
  })
  return taken.length
}

/** Keeps the matrix as it stands as the next version. */
export async function keepMatrix(
  house: House,
  user: User,
  deployment: Deployment,
  note: string,
  date: string,
): Promise<void> {
  const { responsibilities } = await deploymentState(house, deployment, date)
  await house.db.transaction().execute(async (trx) => {
    const number = ((await matrixVersions(trx, deployment.id))[0]?.number ?? 0) + 1
    await insertMatrixVersion(trx, {
      deploymentId: deployment.id,
      number,
      rows: matrixRows(responsibilities),
      note,
      madeBy: user.email,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: `kept version ${number} of the matrix of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { note },
    })
  })
}

/** @returns why it is not theirs to sign */
export async function signMatrix(
  house: House,
  user: User,
  deployment: Deployment,
  id: string,
): Promise<string | undefined> {
  return house.db.transaction().execute(async (trx) => {
    const version = (await matrixVersions(trx, deployment.id)).find((one) => one.id === id)
    if (!version) return 'There is no such version.'
    if (!differentPerson(user, version.madeBy)) return 'You kept this version. Somebody else signs it.'
    if (!(await signMatrixVersion(trx, id, user.email))) return 'It was signed already.'
    await recordEvent(trx, {
      actor: user.email,
      action: `signed version ${version.number} of the matrix of`,
      subject: 'deployment',
      subjectId: deployment.id,
    })
    return undefined
  })
}
