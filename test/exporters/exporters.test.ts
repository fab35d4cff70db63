import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { whereOf } from '#domain/policy/policy-term.ts'
import { exporters } from '#exporters/index.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { areasIn } from '#playbooks/responsibility-words.ts'
import { due, gapModel, matrixModel } from './model.ts'

/** The parts of a Word file that are looked at, read back from its bytes. */
async function opened(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const footers = Object.keys(files).filter((name) => /^word\/footer\d*\.xml$/.test(name))
  const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return {
    text,
    html,
    document: part('word/document.xml'),
    footer: footers.map(part).join(''),
    core: part('docProps/core.xml'),
  }
}
type Opened = Awaited<ReturnType<typeof opened>>

const count = (text: string, words: string) => text.split(words).length - 1

describe('the responsibility matrix', () => {
  let file: Opened
  beforeAll(async () => {
    file = await opened(await exporters.responsibilityMatrix.write(matrixModel))
  })

  test.each([
    'Harbour & Vale Retail',
    'Refund assistant',
    'Brightwater AI',
    'High',
    '24 November 2026',
    'Imogen Park, Customer Operations',
    'Default playbook, version 1.0',
    'It moves money without a fixed limit',
    'Of 23 areas the vendor carries 3, we carry 6, 2 are shared and 12 have nobody.',
    'Nobody carries 12 areas',
    'Brightwater Data Processing Addendum, clause 7.1, page 4 [7]',
    '“Brightwater informs the Client of a Personal Data Breach within 72 hours of learning of it.”',
    'Our gateway filters prompts before they leave. (decided by Imogen Park)',
  ])('says: %s', (words) => expect(file.text).toContain(words))

  test('is A4 across, its header row repeats and no row is split', () => {
    expect(file.document).toMatch(/<w:pgSz [^>]*w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(file.document).toContain('<w:tblHeader/>')
    expect(count(file.document, '<w:cantSplit/>')).toBe(count(file.document, '<w:tr>'))
  })

  test('has real headings', () => {
    expect(file.document).toContain('<w:pStyle w:val="Title"/>')
    expect(file.html).toMatch(/<h1>(?:<a [^>]*><\/a>)?Who carries what<\/h1>/)
    expect(file.html).toMatch(/<h1>(?:<a [^>]*><\/a>)?Appendix: the clauses cited<\/h1>/)
  })

  test('has a footer with version, date and page of pages, and says once that it is no advice', () => {
    expect(file.footer).toContain('Version 3 · 24 November 2026')
    expect(file.footer).toMatch(/PAGE.*NUMPAGES/s)
    expect(count(file.text, 'not legal advice')).toBe(1)
  })

  test('names each clause once in the appendix, also when two areas rest on it', () => {
    const [, appendix] = file.text.split('Appendix: the clauses cited')
    expect(count(appendix ?? '', 'clause 5.2, page 4')).toBe(1)
  })
})

describe('the gap report', () => {
  let file: Opened
  beforeAll(async () => {
    file = await opened(await exporters.gapReport.write(gapModel))
  })

  test.each([
    '16 of 20 requirements of class High are not met, as of 24 November 2026: 2 critical, 9 high and 5 medium.',
    '◆ Critical: General cap on the vendor’s liability',
    'At least the greater of 3× twelve months’ fees and USD 5,000,000',
    'Found, not enough. 12 months’ fees.',
    'Brightwater AI Master Agreement, clause 11.2, page 9',
    'the greater of three times the Fees paid or payable in that period and USD 5,000,000',
    'Not found in what was read.',
    'Requirements that are met',
    'the deployment does none of it',
    'Term ends 31 Mar 2027 − 60 days = 30 Jan 2027, a Saturday; courier, deemed received after 2 business days: send by Wed 27 Jan 2027.',
    'Nothing that was read says how long it runs.',
  ])('says: %s', (words) => expect(file.text).toContain(words))

  test('is A4 upright', () => {
    expect(file.document).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/)
  })

  test('of an agreement without a gap says so', async () => {
    const { met } = gapModel.assessment
    const clean = await opened(
      await exporters.gapReport.write({
        ...gapModel,
        subject: { kind: 'agreement', name: 'Brightwater MSA' },
        assessment: { ...gapModel.assessment, gaps: [] },
        deadlines: { dated: [], undated: [] },
      }),
    )
    expect(clean.text).toContain(
      `All ${met.length} requirements of class High are met as of 24 November 2026.`,
    )
    expect(clean.text).not.toContain('Deadlines')
  })
})

test('dates follow the locale, and the language of a matrix', async () => {
  const report = await opened(await exporters.gapReport.write({ ...gapModel, locale: 'de-DE' }))
  expect(report.text).toContain('24. November 2026')
  for (const [language, day] of [
    ['de', '24. November 2026'],
    ['fr', '24 novembre 2026'],
  ] as const) {
    const matrix = await opened(await exporters.responsibilityMatrix.write({ ...matrixModel, language }))
    expect(matrix.text).toContain(day)
  }
})

test('the same model gives the same bytes, stamped with the day it was prepared on', async () => {
  const [a, b] = [await exporters.gapReport.write(gapModel), await exporters.gapReport.write(gapModel)]
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true)
  expect((await opened(a)).core).toContain('2026-11-24T00:00:00Z')
})

describe('the calendar', () => {
  const written = async (deadlines = due.dated) => {
    const bytes = await exporters.deadlinesIcs.write({
      name: 'Deadlines',
      deadlines: deadlines.map((d) => ({
        uid: `${d.kind}.${d.agreement.id}`,
        title: d.title,
        about: d.agreement.title,
        date: d.date,
        why: d.why,
        quote: d.term?.citations[0]?.quote ?? null,
        where: d.term && whereOf(d.term),
        href: `/agreements/${d.agreement.slug}`,
      })),
      preparedOn: '2026-11-24',
      baseUrl: 'https://register.example',
    })
    return new TextDecoder().decode(bytes).replace(/\r\n[ \t]/g, '')
  }

  test.each([
    'DTSTART;VALUE=DATE:20270127',
    'UID:non_renewal_notice.a1@carveout',
    'SUMMARY:Last day to send notice against the renewal: Brightwater AI Master Agreement',
    'Term ends 31 Mar 2027 − 60 days = 30 Jan 2027\\, a Saturday\\; courier',
    'at least sixty days before the end of the current period',
    'TRIGGER:-P7D',
    'URL;VALUE=URI:https://register.example/agreements/brightwater-msa',
  ])('says: %s', async (words) => expect(await written()).toContain(words))

  test('keeps the UID when the date moves', async () => {
    const uids = (text: string) => [...text.matchAll(/^UID:.+$/gm)].map(([line]) => line.trim())
    const moved = due.dated.map((d) => ({ ...d, date: '2028-02-01' }))
    expect(uids(await written(moved))).toEqual(uids(await written()))
  })

  test('has one event for each date and none for what has none', async () => {
    expect(due.undated.length).toBeGreaterThan(0)
    expect(count(await written(), 'BEGIN:VEVENT')).toBe(due.dated.length)
  })
})

test('every sentence of the default areas has its words in each language', () => {
  const { areas } = loadPlaybooks()
  const said = (some: typeof areas) =>
    some.flatMap(({ title, ifUnallocated, signals }) => [title, ifUnallocated, ...signals.map((s) => s.note)])
  for (const language of ['de', 'fr'] as const) {
    const inLanguage = said(areasIn(areas, language))
    expect(said(areas).filter((words, i) => inLanguage[i] === words)).toEqual([])
  }
  const own = areas.map((area) => ({ ...area, title: 'Our own area' }))
  expect(areasIn(own, 'de')[0]?.title).toBe('Our own area')
})
