import { type FileChild, type ParagraphChild, PatchType, patchDetector, patchDocument, TextRun } from 'docx'
import { citedClauses } from './docx/clauses.ts'
import { dated } from './docx/dated.ts'
import { docxMime } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { listed, longDate } from './format.ts'
import { matrixWords } from './matrix/index.ts'
import { carried, matrixTable, type ResponsibilityMatrixModel } from './responsibility-matrix.ts'

/** The places that our own Word file may have, each written {{name}}, and what comes there. */
export const matrixPlaces: Record<string, string> = {
  matrix: 'the table of areas; stands in a paragraph of its own',
  clauses: 'the clauses cited, with their words; stands in a paragraph of its own',
  deployment: 'name of the deployment',
  purpose: 'what it does',
  risk_class: 'its class',
  organisation: 'our entity, as the agreements name it',
  vendors: 'the vendors whose papers were read',
  owner: 'who looks after the deployment',
  date: 'the day it is drawn up for',
  version: 'the number and signature of the version kept, or that it is a draft',
  summary: 'how many areas each side carries, in a sentence',
}

/** A Word file that can't be used as a template; the message says why and what to do. */
export class TemplateProblem extends Error {
  override name = 'TemplateProblem'
}

/** The places that a Word file has. @throws TemplateProblem */
export async function placesIn(bytes: Uint8Array): Promise<string[]> {
  let found: readonly string[]
  try {
    found = await patchDetector({ data: bytes })
  } catch {
    throw new TemplateProblem('This is no Word document (.docx) that can be opened. Save it anew in Word.')
  }
  if (!found.includes('matrix'))
    throw new TemplateProblem(
      'The place {{matrix}} is missing. Write it in a paragraph of its own, where the table is to stand.',
    )
  const unknown = found.find((place) => !(place in matrixPlaces))
  if (unknown)
    throw new TemplateProblem(
      `There is no place {{${unknown}}}. There is ${Object.keys(matrixPlaces).join(', ')}.`,
    )
  return [...found]
}

export interface MatrixInTemplateModel extends ResponsibilityMatrixModel {
  /** The Word file's bytes. */
  template: Uint8Array
}

/** The responsibility matrix in a Word file of one's own: its logo, fonts, head and foot stay as they are. */
export const matrixInTemplate: Exporter<MatrixInTemplateModel> = {
  id: 'matrix-in-template',
  title: 'Responsibility matrix in our own template',
  extension: 'docx',
  mime: docxMime,
  async write({ template, ...model }) {
    const said = matrixWords[model.language]
    const clauses = citedClauses(said)
    const locale = said.locale(model.locale)
    const block = (...children: FileChild[]) => ({ type: PatchType.DOCUMENT, children }) as const
    const inline = (text: string) =>
      ({ type: PatchType.PARAGRAPH, children: [new TextRun(text)] satisfies ParagraphChild[] }) as const
    const words: Record<string, string> = {
      deployment: model.deployment.name,
      purpose: model.deployment.purpose,
      risk_class: said.head.classes[model.riskClass],
      organisation: model.organisation,
      vendors: listed(model.vendors, locale) || said.head.noneNamed,
      owner: model.owner || said.head.nobodyNamed,
      date: longDate(model.preparedOn, locale),
      version: model.version,
      summary: said.summary(carried(model.rows)),
    }
    const table = matrixTable(model, clauses, said)
    const bytes = await patchDocument({
      outputType: 'uint8array',
      data: template,
      keepOriginalStyles: true,
      patches: {
        matrix: block(table),
        clauses: block(...clauses.appendix()),
        ...Object.fromEntries(Object.entries(words).map(([place, text]) => [place, inline(text)])),
      },
    })
    return dated(bytes, model.preparedOn)
  },
}
