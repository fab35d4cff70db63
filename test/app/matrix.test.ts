import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { responsibilityDecisions, setResponsibility } from '#db/deployments.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { TemplateProblem } from '#exporters/matrix-in-template.ts'
import { chooseLanguage, dropLogo, takeLogo } from '../../app/services/document-style.server.ts'
import type { House } from '../../app/services/house.server.ts'
import { applyTemplate, keepMatrix, matrixView, signMatrix } from '../../app/services/matrix.server.ts'
import { dropMatrixTemplate, takeMatrixTemplate } from '../../app/services/matrix-template.server.ts'
import { matrixReport } from '../../app/services/reports.server.ts'
import { described, openTestHouse, person } from './governance/open-house.ts'

const date = '2026-11-25'
/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const [ada, lee] = [person('it', 'ada'), person('legal', 'lee')]
let house: House
let close: () => Promise<void>
let deployment: Deployment

const paperOf = async (vendor: string, words: string) =>
  (
    await house.intake.accept({
      fileName: `${vendor}.txt`,
      bytes: new TextEncoder().encode(`MASTER SERVICES AGREEMENT\n\n${words}`),
      vendor,
      details: { title: `${vendor} MSA`, kind: 'msa' },
      actor: 'a',
    })
  ).agreementId

beforeEach(async () => {
  ;({ house, close } = await openTestHouse())
  const agreementIds = [
    await paperOf(
      'Acme',
      '1. Audit. Customer may audit the security of Vendor once a year on thirty (30) days written notice.',
    ),
    await paperOf(
      'Zeta',
      '1. Incidents. Vendor shall notify Customer of any security incident within 48 hours of discovery.',
    ),
  ]
  await house.intake.idle()
  deployment = await described(house, { agreementIds })
})
afterEach(() => close())

const wordsOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('several vendors stand side by side, each with what its own papers say', async () => {
  const { vendors } = await matrixView(house, ada, deployment, date)
  expect(vendors.map(({ vendor }) => vendor)).toEqual(['Acme', 'Zeta'])
  const [acme, zeta] = vendors.map(({ cells }) => cells.incident_notification)
  expect(acme?.allocation).toBe('unallocated')
  expect(zeta).toMatchObject({ allocation: 'vendor', clauses: [{ where: 'Zeta MSA, clause 1, page 1' }] })
})

test('a template decides what nobody carries, and leaves what a contract or a person said', async () => {
  await setResponsibility(house.db, deployment.id, 'escalation', {
    allocation: 'shared',
    reason: 'Both have a switch.',
    decidedBy: 'lee@example.com',
  })
  await applyTemplate(house, ada, deployment, 'faq_assistant', date)
  const decisions = await responsibilityDecisions(house.db, deployment.id)
  expect(decisions.find((d) => d.area === 'escalation')).toMatchObject({ allocation: 'shared' })
  expect(decisions.find((d) => d.area === 'retrieval_sources')).toMatchObject({
    allocation: 'customer',
    decidedBy: 'ada@example.com',
  })
  expect(await applyTemplate(house, ada, deployment, 'faq_assistant', date)).toBe(0)
})

test('a version is signed by somebody else than who kept it; what changed since is named', async () => {
  await keepMatrix(house, ada, deployment, 'First', date)
  const { versions } = await matrixView(house, ada, deployment, date)
  const id = versions[0]?.id ?? ''
  expect(versions).toMatchObject([{ number: 1, maySign: false }])
  expect(await signMatrix(house, ada, deployment, id)).toMatch(/Somebody else signs/)
  expect(await signMatrix(house, lee, deployment, id)).toBeUndefined()
  expect(await signMatrix(house, person('legal', 'kim'), deployment, id)).toMatch(/signed already/)
  expect((await matrixView(house, ada, deployment, date)).changed).toEqual([])
  expect(wordsOf((await matrixReport(house, deployment, { date })).bytes)).toContain(
    '1, signed by lee@example.com',
  )

  await applyTemplate(house, ada, deployment, 'staff_tool', date)
  expect((await matrixView(house, ada, deployment, date)).changed).toContain('Human review')
  expect(wordsOf((await matrixReport(house, deployment, { date })).bytes)).toContain(
    'draft, changed since version 1',
  )
})

const wordFile = async (...lines: string[]) =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
    ),
  )

test('the matrix is written into a Word file of our own, around which everything stays', async () => {
  const bytes = await wordFile(
    'ACME CORPORATION',
    'System: {{deployment}} ({{risk_class}})',
    '{{matrix}}',
    '{{clauses}}',
    'Page foot',
  )
  await takeMatrixTemplate(house, ada, { fileName: 'ours.docx', bytes })
  const words = wordsOf((await matrixReport(house, deployment, { date })).bytes)
  expect(words).toMatch(
    /ACME CORPORATION System: .*Refund helper .*\(.*Low.*\).*Area .*Model availability.*Page foot/,
  )
  expect(words).not.toContain('{{')
  await dropMatrixTemplate(house, ada)
  expect(wordsOf((await matrixReport(house, deployment, { date })).bytes)).not.toContain('ACME CORPORATION')
})

test('a Word file without the table’s place, with a place nobody knows, or that is none is refused', async () => {
  const refused = (bytes: Uint8Array) => takeMatrixTemplate(house, ada, { fileName: 'x.docx', bytes })
  await expect(refused(await wordFile('No place'))).rejects.toThrow(/\{\{matrix\}\} is missing/)
  await expect(refused(await wordFile('{{matrix}}', '{{budget}}'))).rejects.toThrow(/no place \{\{budget\}\}/)
  await expect(refused(Uint8Array.of(1, 2, 3))).rejects.toThrow(TemplateProblem)
})

test('in German and French every word of ours is in that language, and the areas’ too', async () => {
  for (const [language, said, areas] of [
    [
      'de',
      ['Verantwortungsmatrix', 'Wer trägt was', 'Risikoklasse', 'Klausel 1, Seite 1'],
      'Melden von Vorfällen',
    ],
    [
      'fr',
      ['Matrice des responsabilités', 'Qui assume quoi', 'clause 1, page 1'],
      'Notification des incidents',
    ],
  ] as const) {
    const words = wordsOf((await matrixReport(house, deployment, { date, language })).bytes)
    for (const one of [...said, areas]) expect(words).toContain(one)
    for (const english of ['Responsibility', 'Nobody', 'The vendor', 'Prepared', 'Appendix', 'confirmed'])
      expect(words).not.toContain(english)
  }
})

test('in Word, too, several vendors have a column each, with the clauses of their own papers', async () => {
  const words = wordsOf((await matrixReport(house, deployment, { date })).bytes)
  expect(words).toMatch(/Area Carried by Acme Zeta Note/)
  expect(words).toMatch(
    /Incident notification ● Vendor says nothing Vendor Zeta MSA, clause 1, page 1 \[\d+\]/,
  )
})

test('the language that is set holds for every matrix, and the logo stands on it with words for who can’t see it', async () => {
  await chooseLanguage(house, ada, 'de')
  await takeLogo(house, ada, { fileName: 'logo.png', bytes: pixel })
  const { bytes } = await matrixReport(house, deployment, { date })
  expect(wordsOf(bytes)).toContain('Verantwortungsmatrix')
  const files = unzipSync(bytes)
  const pictures = Object.keys(files).filter((name) => name.startsWith('word/media/'))
  expect(pictures.map((name) => Buffer.from(files[name] ?? [])).some((one) => one.equals(pixel))).toBe(true)
  expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toMatch(/<wp:docPr [^>]*descr="[^"]+"/)
  await dropLogo(house, ada)
  const plain = unzipSync((await matrixReport(house, deployment, { date })).bytes)
  expect(Object.keys(plain).filter((name) => name.startsWith('word/media/'))).toEqual([])
  await expect(
    takeLogo(house, ada, { fileName: 'logo.png', bytes: new TextEncoder().encode('<svg/>') }),
  ).rejects.toThrow(/no PNG or JPEG/)
})
