import { countBy } from 'es-toolkit'
import { documentStyle } from '#db/document-style.ts'
import { matrixTemplate, matrixVersions } from '#db/matrices.ts'
import { deadlines } from '#domain/policy/deadlines.ts'
import { classify } from '#domain/policy/risk.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { Language } from '#domain/register/document-style.ts'
import { changedAreas } from '#domain/register/matrix.ts'
import type { Vendor } from '#domain/register/vendor.ts'
import type { GapReportModel } from '#exporters/gap-report.ts'
import { exporters } from '#exporters/index.ts'
import { matrixWords } from '#exporters/matrix/index.ts'
import type { VersionState } from '#exporters/matrix/words.ts'
import type { ResponsibilityMatrixModel } from '#exporters/responsibility-matrix.ts'
import { areasIn } from '#playbooks/responsibility-words.ts'
import { agreementAssessment, type DeploymentState, deploymentState } from './assessment.server.ts'
import { deadlinesInWork } from './deadlines.server.ts'
import { logoOf } from './document-style.server.ts'
import type { House } from './house.server.ts'
import { matrixRows, vendorRows } from './matrix.server.ts'

/** A file to be sent or written. */
export interface Report {
  fileName: string
  mime: string
  bytes: Uint8Array
}

interface Asked {
  /** ISO date the report is drawn up for. */
  date: string
  locale?: string
}

/** Our own entity, as most of the papers name it. */
export function organisationOf(papers: Agreement[]): string {
  const counts = Object.entries(
    countBy(
      papers.flatMap((a) => a.counterparty ?? []),
      (name) => name,
    ),
  )
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'Our organisation'
}

function headOf(house: House, deployment: Deployment, papers: Agreement[], { date, locale }: Asked) {
  const { riskMatrix, playbook } = house.playbooks
  return {
    organisation: organisationOf(papers),
    vendors: [...new Set(papers.map((a) => a.vendorName))],
    riskClass: deployment.riskClass,
    reasons: classify(deployment.answers, riskMatrix).reasons,
    classException: deployment.classException,
    preparedOn: date,
    owner: deployment.owner,
    playbook: { title: playbook.title, version: playbook.version },
    locale,
  }
}

/** The responsibility matrix of a deployment as a Word document; in the language of documents when none is asked for. */
export async function matrixReport(
  house: House,
  deployment: Deployment,
  { language: asked, ...when }: Asked & { language?: Language },
): Promise<Report> {
  const language = asked ?? (await documentStyle(house.db)).language
  const state = await deploymentState(house, deployment, when.date)
  const areas = areasIn(house.playbooks.areas, language)
  const { responsibilities: rows } =
    language === 'en'
      ? state
      : await deploymentState(house, deployment, when.date, {
          rules: { ...house.playbooks, areas },
          papers: state.papers,
        })
  const model: ResponsibilityMatrixModel = {
    ...headOf(house, deployment, state.papers.agreements, when),
    language,
    logo: await logoOf(house),
    version: matrixWords[language].version(await versionOf(house, deployment, state)),
    deployment: { name: deployment.name, purpose: deployment.purpose },
    rows,
    byVendor: vendorRows(areas, state),
  }
  const own = await matrixTemplate(house.db)
  const { mime } = exporters.responsibilityMatrix
  const bytes = own
    ? await exporters.matrixInTemplate.write({ ...model, template: await house.originals.get(own.sha256) })
    : await exporters.responsibilityMatrix.write(model)
  return { fileName: `${deployment.slug}-responsibilities.docx`, mime, bytes }
}

/** Which version the matrix is. */
async function versionOf(
  { db }: House,
  deployment: Deployment,
  state: DeploymentState,
): Promise<VersionState> {
  const [newest] = await matrixVersions(db, deployment.id)
  if (!newest) return null
  const { number, signedBy, signedAt } = newest
  return {
    number,
    changed: changedAreas(newest.rows, matrixRows(state.responsibilities)).length > 0,
    signed: signedBy && signedAt ? { by: signedBy, at: signedAt } : null,
  }
}

/** The gap report of a deployment as a Word document. */
export async function deploymentGapReport(
  house: House,
  deployment: Deployment,
  asked: Asked,
): Promise<Report> {
  const state = await deploymentState(house, deployment, asked.date)
  const model: GapReportModel = {
    ...headOf(house, deployment, state.papers.agreements, asked),
    logo: await logoOf(house),
    subject: { kind: 'deployment', name: deployment.name },
    assessment: state.assessment,
    deadlines: { dated: state.dated, undated: state.undated },
  }
  const { mime, write } = exporters.gapReport
  return { fileName: `${deployment.slug}-gaps.docx`, mime, bytes: await write(model) }
}

/** The gap report of one agreement, against the strictest class that rests on it. */
export async function agreementGapReport(house: House, agreement: Agreement, asked: Asked): Promise<Report> {
  const { papers, riskClass, assessment } = await agreementAssessment(house, agreement, asked.date)
  const model: GapReportModel = {
    organisation: organisationOf([agreement]),
    vendors: [agreement.vendorName],
    riskClass,
    reasons: [],
    preparedOn: asked.date,
    owner: agreement.owner,
    playbook: { title: house.playbooks.playbook.title, version: house.playbooks.playbook.version },
    locale: asked.locale,
    logo: await logoOf(house),
    subject: { kind: 'agreement', name: agreement.title },
    assessment,
    deadlines: deadlines({ agreements: [{ ...agreement, terms: papers.terms }], date: asked.date }),
  }
  const { mime, write } = exporters.gapReport
  return { fileName: `${agreement.slug}-gaps.docx`, mime, bytes: await write(model) }
}

/** Dates of the register from the day on as a calendar file; those of one owner when asked. */
export async function calendarReport(
  house: House,
  { date, owner, name = 'Carveout deadlines' }: Asked & { owner?: string | null; name?: string },
): Promise<Report> {
  const { deadlines: all } = await deadlinesInWork(house, date, { patient: true })
  const { mime, write } = exporters.deadlinesIcs
  const bytes = await write({
    name,
    deadlines: all
      .filter((d) => d.state !== 'done' && (!owner || d.owner === owner || d.deputy === owner))
      .map((d) => ({
        uid: d.id.replaceAll(' ', '.'),
        title: d.title,
        about: d.about,
        date: d.date,
        why: d.why,
        quote: d.quote,
        where: d.where,
        href: d.href,
      })),
    preparedOn: date,
    baseUrl: house.config.baseUrl,
  })
  return { fileName: 'carveout-deadlines.ics', mime, bytes }
}

/** Vendors and agreements as the workbook that the import of lists takes back. @param tell hears how many rows are written */
export async function registerReport(
  suppliers: Vendor[],
  papers: Agreement[],
  date: string,
  tell?: (rows: number) => void,
): Promise<Report> {
  const { mime, write } = exporters.registerXlsx
  const model = {
    vendors: suppliers,
    agreements: papers,
    organisation: organisationOf(papers),
    preparedOn: date,
    tell,
  }
  return { fileName: 'carveout-register.xlsx', mime, bytes: await write(model) }
}

/** The report as a download. */
export const download = ({ fileName, mime, bytes }: Report) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
