import { createCanvas } from '@napi-rs/canvas'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { clauseTree } from '#domain/document/clauses.ts'
import { importDocument, importers } from '#importers/index.ts'
import { blocksOf, codesOf, makePdf, prose } from './make.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, fileName?: string) => importDocument(bytes(text), { fileName })

describe('HTML', () => {
  it.each<[string, string, string[]]>([
    [
      'restores the numbers of lists',
      '<html><body><ol start="3"><li>Term<ol type="a"><li>one year;</li><li>renewed.</li></ol></li><li>Fees</li></ol></body></html>',
      ['3. Term', '(a) one year;', '(b) renewed.', '4. Fees'],
    ],
    [
      'numbers figures below figures as the paper refers to them',
      '<ol><li>Fees<ol><li>Due.</li><li>Late.</li></ol></li><li>Term</li></ol>',
      ['1. Fees', '1.1. Due.', '1.2. Late.', '2. Term'],
    ],
    [
      'keeps numbers that the source has itself',
      '<ul><li>1.1 The term is one year.</li><li>A point.</li></ul>',
      ['1.1 The term is one year.', '• A point.'],
    ],
    [
      'leaves out the page’s own furniture',
      '<html><head><title>T</title><style>p{}</style></head><body><header>Menu</header><nav>Home</nav><main><h1>Terms</h1><p>Words.</p><script>x()</script></main><footer>Imprint</footer></body></html>',
      ['Terms', 'Words.'],
    ],
    [
      'parts cells of a table',
      '<table><tr><th>Service</th><th>Credit</th></tr><tr><td>Search</td><td>10%</td></tr></table>',
      ['Service\tCredit', 'Search\t10%'],
    ],
    [
      'reads inline marks, links and entities through',
      '<p>The <b>Vendor</b> keeps <a href="https://example.com">records</a> &amp; logs.<br>Always.</p>',
      ['The Vendor keeps records & logs. Always.'],
    ],
  ])('%s', async (_, source, expected) => {
    const document = await read(source)
    expect(document.format).toBe('html')
    expect(blocksOf(document)).toEqual(expected)
  })

  it('says when a page hides words', async () => {
    const document = await read('<p>Shown.</p><p style="display:none">The cap is one dollar.</p>')
    expect(document.text).toBe('Shown.')
    expect(codesOf(document)).toEqual(['hidden_text'])
  })

  it('knows headings and their level', async () => {
    const document = await read('<h1>Terms</h1><h3>Fees</h3><p><strong>Credits</strong></p><p>Words.</p>')
    expect(document.lines.map(({ role, headingLevel }) => [role, headingLevel])).toEqual([
      ['heading', 1],
      ['heading', 3],
      ['heading', undefined],
      ['body', undefined],
    ])
  })
})

describe('Markdown', () => {
  it.each<[string, string, string[]]>([
    [
      'keeps the source’s numbers',
      '# Terms\n\n**1.1. Scope.** Words.\n\nC.4.b More words.\n\n1\\. Escaped.',
      ['Terms', '1.1. Scope. Words.', 'C.4.b More words.', '1. Escaped.'],
    ],
    [
      'counts lists that say 1. each time, and nested ones',
      '# Terms\n\n1. one\n1. two\n   - inner\n1. three',
      ['Terms', '1. one', '2. two', '• inner', '3. three'],
    ],
    [
      'sets links apart that the page sets apart',
      '# Terms\n\nEffective 1 March 2026[Earlier version](https://example.com)[All](https://example.com)',
      ['Terms', 'Effective 1 March 2026 Earlier version All'],
    ],
    [
      'is told by headings with a line below and numbers kept from making lists',
      'Terms\n=====\n\n1\\. Fees\n-------\n\n*   1.1 Due. Words.',
      ['Terms', '1. Fees', '1.1 Due. Words.'],
    ],
    [
      'numbers figures below figures as the paper refers to them',
      '# Terms\n\n1. **Fees**\n   1. Due.\n   2. Late.\n2. **Term**',
      ['Terms', '1. Fees', '1.1. Due.', '1.2. Late.', '2. Term'],
    ],
    ['takes numbers as given', '# Terms\n\n4) four\n7) seven', ['Terms', '4) four', '7) seven']],
    [
      'parts items that stand on lines of their own',
      '# Terms\n\nThe vendor shall:\n(a) keep records;\n(b) show them.',
      ['Terms', 'The vendor shall:', '(a) keep records;', '(b) show them.'],
    ],
    ['reads tables', '# T\n\n| a | b |\n| - | - |\n| 1 | [2](https://example.com) |', ['T', 'a\tb', '1\t2']],
  ])('%s', async (_, source, expected) => {
    const document = await read(source)
    expect(document.format).toBe('markdown')
    expect(blocksOf(document)).toEqual(expected)
  })

  it('takes a sentence in bold for a sentence', async () => {
    const document = await read(
      '# Terms\n\n**The assistant may say things that are wrong, so check what it says.**',
    )
    const { blocks } = clauseTree(document)
    expect(blocks.map(({ isHeading }) => isHeading)).toEqual([true, false])
  })

  it('takes a paragraph in bold for a heading', async () => {
    const document = await read('# Terms\n\n**2. Fees**\n\nWords that follow.')
    expect(document.lines.map(({ role }) => role)).toEqual(['heading', 'heading', 'body'])
  })
})

describe('plain text', () => {
  it.each<[string, string, string[]]>([
    [
      'joins lines that were wrapped by hand',
      'The supplier keeps a record of each incident that it has learned\nof, and shows it to the customer on request within five days of\nbeing asked.\n\nA second paragraph.',
      [
        'The supplier keeps a record of each incident that it has learned of, and shows it to the customer on request within five days of being asked.',
        'A second paragraph.',
      ],
    ],
    [
      'opens a block at a number',
      '1. Term. The term of this paper is a year from the date that it was signed on.\n2. Fees. The fees of this paper are due at the end of the month in which they rose.',
      [
        '1. Term. The term of this paper is a year from the date that it was signed on.',
        '2. Fees. The fees of this paper are due at the end of the month in which they rose.',
      ],
    ],
    [
      'joins broken words',
      'The supplier keeps the customer harmless by way of an indem-\nnity that is set out in the annex to this paper and its parts.',
      [
        'The supplier keeps the customer harmless by way of an indemnity that is set out in the annex to this paper and its parts.',
      ],
    ],
  ])('%s', async (_, source, expected) => {
    const document = await read(source)
    expect(document.format).toBe('text')
    expect(blocksOf(document)).toEqual(expected)
  })

  it.each<[string, Uint8Array]>([
    ['UTF-8', bytes('Café fees are due.')],
    ['UTF-8 with a mark', bytes('\ufeffCafé fees are due.')],
    ['Latin-1', Uint8Array.from(Buffer.from('Café fees are due.', 'latin1'))],
    ['UTF-16 with a mark', Uint8Array.from(Buffer.from('\ufeffCafé fees are due.', 'utf16le'))],
    ['UTF-16 without', Uint8Array.from(Buffer.from('Café fees are due.', 'utf16le'))],
  ])('reads %s', async (_, source) => {
    expect((await importDocument(source)).text).toBe('Café fees are due.')
  })
})

describe('any format', () => {
  it('gives the same text for the same paper', async () => {
    const list = ['keep a ledger of its own;', 'open it to the other side.']
    const markdown = await read(
      `# Ledger Terms\n\n1. ${prose}\n\n2. Each side shall:\n\n(a) ${list[0]}\n\n(b) ${list[1]}`,
    )
    const html = await read(
      `<h1>Ledger Terms</h1><ol><li>${prose}</li><li>Each side shall:<ol type="a"><li>${list[0]}</li><li>${list[1]}</li></ol></li></ol>`,
    )
    const numbering = {
      config: [
        {
          reference: 'n',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    }
    const item = (text: string, level: number) =>
      new Paragraph({ text, numbering: { reference: 'n', level } })
    const word = await importDocument(
      await Packer.toBuffer(
        new Document({
          numbering,
          sections: [
            {
              children: [
                new Paragraph({ children: [new TextRun({ text: 'Ledger Terms', bold: true })] }),
                item(prose, 0),
                item('Each side shall:', 0),
                item(list[0] ?? '', 1),
                item(list[1] ?? '', 1),
              ],
            },
          ],
        }),
      ),
    )
    const pdf = await importDocument(
      await makePdf((page) => {
        page.font('Times-Bold').text('Ledger Terms').font('Times-Roman').moveDown()
        page.text(`1. ${prose}`).moveDown().text('2. Each side shall:').moveDown()
        page.text(`(a) ${list[0]}`).moveDown().text(`(b) ${list[1]}`)
      }),
    )
    for (const other of [html, word, pdf]) expect(blocksOf(other)).toEqual(blocksOf(markdown))
    expect([markdown, html, word, pdf].map(({ format }) => format)).toEqual([
      'markdown',
      'html',
      'docx',
      'pdf',
    ])
  })

  it('has importers with an id each', () => {
    expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length)
  })

  it('reads by content and says so where the name tells otherwise', async () => {
    const document = await read('<html><body><p>Words of a page.</p></body></html>', 'contract.pdf')
    expect(document.format).toBe('html')
    expect(codesOf(document)).toEqual(['mislabelled'])
  })

  const png = createCanvas(4, 4).toBuffer('image/png')
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')])
  const locked = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  it.each<[string, Uint8Array, string | undefined, string, RegExp]>([
    ['nothing', new Uint8Array(), 'a.pdf', 'empty_file', /empty/],
    ['a picture', png, 'scan.png', 'unsupported_format', /a PNG picture/],
    ['a picture called PDF', png, 'scan.pdf', 'mislabelled', /called "scan\.pdf".*a PNG picture/],
    ['an old Word file', old, 'a.doc', 'unsupported_format', /old \.doc/],
    ['a locked Word file', locked, 'a.docx', 'encrypted', /password/],
    ['rich text', bytes('{\\rtf1 words}'), 'a.rtf', 'unsupported_format', /Rich Text/],
    [
      'noise',
      Uint8Array.from({ length: 600 }, (_, i) => (i * 7919) % 31),
      undefined,
      'unsupported_format',
      /unknown/,
    ],
    ['white space', bytes('  \n\n '), 'a.txt', 'no_text', /no words/],
  ])('refuses %s', async (_, source, fileName, code, words) => {
    const reading = importDocument(source, { fileName })
    await expect(reading).rejects.toMatchObject({ code, message: expect.stringMatching(words) })
  })

  it('refuses what is too large', async () => {
    await expect(importDocument(bytes(prose), { limits: { maxBytes: 20 } })).rejects.toMatchObject({
      code: 'too_large',
    })
  })
})
