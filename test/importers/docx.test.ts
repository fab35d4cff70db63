import {
  AlignmentType,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  type ILevelsOptions,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocument } from '#importers/index.ts'
import { blocksOf, codesOf } from './make.ts'

const level = (at: number, format: ILevelsOptions['format'], text: string): ILevelsOptions => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
})

const clauses = [
  level(0, LevelFormat.DECIMAL, '%1.'),
  level(1, LevelFormat.DECIMAL, '%1.%2'),
  level(2, LevelFormat.LOWER_LETTER, '(%3)'),
  level(3, LevelFormat.LOWER_ROMAN, '(%4)'),
]

const numbered = (text: string, at: number, reference = 'clauses', instance = 0) =>
  new Paragraph({ text, numbering: { reference, level: at, instance } })

const read = async (children: (Paragraph | Table)[], more = {}) =>
  importDocument(
    await Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            { reference: 'clauses', levels: clauses },
            { reference: 'articles', levels: [level(0, LevelFormat.UPPER_ROMAN, 'Article %1')] },
            { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '\uf0b7')] },
          ],
        },
        sections: [{ children, ...more }],
        footnotes: { 1: { children: [new Paragraph('As told in the annex.')] } },
        comments: { children: [{ id: 0, author: 'A', children: [new Paragraph('Is this so?')] }] },
      }),
    ),
  )

describe('text of a Word document', () => {
  it('prints automatic numbers as Word does', async () => {
    const document = await read([
      numbered('Term', 0),
      numbered('The term is one year.', 1),
      numbered('It renews.', 1),
      numbered('unless ended;', 2),
      numbered('by letter; or', 3),
      numbered('by mail;', 3),
      numbered('or lapsed.', 2),
      numbered('Fees', 0),
      numbered('Fees are due monthly.', 1),
      numbered('on the first day.', 2),
      numbered('Scope', 0, 'articles'),
      numbered('Notices', 0, 'articles'),
      numbered('A point.', 0, 'bullets'),
      numbered('A new list.', 0, 'clauses', 1),
    ])
    expect(blocksOf(document)).toEqual([
      '1. Term',
      '1.1 The term is one year.',
      '1.2 It renews.',
      '(a) unless ended;',
      '(i) by letter; or',
      '(ii) by mail;',
      '(b) or lapsed.',
      '2. Fees',
      '2.1 Fees are due monthly.',
      '(a) on the first day.',
      'Article I Scope',
      'Article II Notices',
      '• A point.',
      '1. A new list.',
    ])
  })

  it('tells headings, bold and tables', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const document = await read([
      new Paragraph({ text: 'Support Terms', heading: HeadingLevel.TITLE }),
      new Paragraph({ text: 'Credits', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({ children: [new TextRun({ text: 'Remedies', bold: true })] }),
      new Paragraph({
        children: [new TextRun('First line'), new TextRun({ text: 'second line', break: 1 })],
      }),
      new Table({
        rows: [
          new TableRow({ children: [cell('Service'), cell('Credit')] }),
          new TableRow({ children: [cell('Search'), cell('10%')] }),
        ],
      }),
    ])
    expect(document.title).toBe('Support Terms')
    expect(document.lines.map(({ role, headingLevel }) => [role, headingLevel])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', undefined],
      ['body', undefined],
      ['body', undefined],
      ['table_row', undefined],
      ['table_row', undefined],
    ])
    expect(document.text.endsWith('First line\nsecond line\n\nService\tCredit\n\nSearch\t10%')).toBe(true)
  })

  it('keeps insertions, drops deletions and comments, and says so', async () => {
    const document = await read([
      new Paragraph({
        children: [
          new CommentRangeStart(0),
          new TextRun('The cap is '),
          new DeletedTextRun({ text: 'one', id: 1, author: 'A', date: '2025-01-01T00:00:00Z' }),
          new InsertedTextRun({ text: 'two', id: 2, author: 'A', date: '2025-01-01T00:00:00Z' }),
          new TextRun(' times the fees.'),
          new CommentReference(0),
        ],
      }),
    ])
    expect(document.text).toBe('The cap is two times the fees.')
    expect(codesOf(document)).toEqual(['tracked_changes', 'comments_left_out'])
  })

  it('puts footnotes at the end, footers aside, and flags hidden words', async () => {
    const document = await read(
      [
        new Paragraph({
          children: [new TextRun('Fees are listed'), new FootnoteReferenceRun(1), new TextRun('.')],
        }),
        new Paragraph({
          children: [new TextRun('Shown.'), new TextRun({ text: 'Not shown.', vanish: true })],
        }),
      ],
      { footers: { default: new Footer({ children: [new Paragraph('Fernhill Data – Confidential')] }) } },
    )
    expect(blocksOf(document)).toEqual(['Fees are listed.', 'Shown.', 'Not shown.', 'As told in the annex.'])
    expect(document.lines[2]).toMatchObject({ hidden: true })
    expect(document.furniture).toEqual([{ page: 1, text: 'Fernhill Data – Confidential' }])
    expect(codesOf(document)).toContain('hidden_text')
  })
})

describe('Word documents that can’t be read', () => {
  const whole = () =>
    Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Some words to read.')] }] }))

  it('says that one breaks off', async () => {
    const bytes = await whole()
    await expect(importDocument(bytes.subarray(0, bytes.length - 400))).rejects.toMatchObject({
      code: 'truncated',
    })
  })

  it('refuses one that unpacks to more than the limit', async () => {
    const files = unzipSync(await whole())
    const bomb = zipSync({ ...files, 'word/document.xml': new Uint8Array(3_000_000) })
    await expect(importDocument(bomb, { limits: { maxUnpackedBytes: 1_000_000 } })).rejects.toMatchObject({
      code: 'too_large',
    })
  })

  it('expands no entities', async () => {
    const files = unzipSync(await whole())
    const entity =
      '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    const bytes = zipSync({ ...files, 'word/document.xml': strToU8(entity) })
    await expect(importDocument(bytes)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('says that one has no words', async () => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('')] }] }))
    await expect(importDocument(bytes)).rejects.toMatchObject({ code: 'no_text' })
  })
})
