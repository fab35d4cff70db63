import { describe, expect, it } from 'vitest'
import { importDocument } from '#importers/index.ts'
import { blocksOf, codesOf, lineTexts, makePdf, prose } from './make.ts'

const read = async (draw: Parameters<typeof makePdf>[0], options = {}) =>
  importDocument(await makePdf(draw, options))

describe('text of a PDF', () => {
  it('reads paragraphs, numbers and headings, each line with its place', async () => {
    const document = await read((pdf) => {
      pdf.font('Times-Bold').fontSize(16).text('Hosting Agreement', { align: 'center' })
      pdf.moveDown().fontSize(11).text('1. Term')
      pdf.moveDown().font('Times-Roman').text(`1.1 ${prose}`)
      pdf.moveDown().text('(a) the first of its duties is to keep the ledger;')
      pdf.text('(b) the second is to close it at the end of the year.')
    })
    expect(blocksOf(document)).toEqual([
      'Hosting Agreement',
      '1. Term',
      `1.1 ${prose}`,
      '(a) the first of its duties is to keep the ledger;',
      '(b) the second is to close it at the end of the year.',
    ])
    expect(document.lines.filter((line) => line.opensBlock).map((line) => line.role)).toEqual([
      'heading',
      'heading',
      'list_item',
      'list_item',
      'list_item',
    ])
    expect(document.lines[0]).toMatchObject({ bold: true, page: 1 })
    expect(document.pages).toMatchObject([{ number: 1, width: 612, height: 792, source: 'text' }])
    for (const line of document.lines) {
      const [x0, y0, x1, y1] = line.box ?? [0, 0, 0, 0]
      expect(x0).toBeGreaterThanOrEqual(71)
      expect(x1).toBeLessThan(545)
      expect(y1 - y0).toBeGreaterThan(5)
      for (const piece of line.pieces ?? []) {
        expect(piece.start).toBeGreaterThanOrEqual(line.start)
        expect(piece.end).toBeLessThanOrEqual(line.end)
      }
    }
  })

  it('reads two columns one after the other, with the title above both', async () => {
    const left = `Left side. ${prose} ${prose}`
    const right = `Right side. ${prose} ${prose}`
    const document = await read((pdf) => {
      pdf.fontSize(14).text('A title that stands above both of the columns and is wider than each', 72, 72)
      pdf.fontSize(10).text(left, 72, 120, { width: 216 })
      pdf.text(right, 324, 120, { width: 216 })
    })
    expect(blocksOf(document).slice(1)).toEqual([left, right])
  })

  it('keeps running headers, footers and page numbers out of the text', async () => {
    const document = await read((pdf) => {
      for (let page = 1; page <= 4; page++) {
        if (page > 1) pdf.addPage()
        pdf.fontSize(8).text('Fernhill Data Ltd – Confidential', 72, 40)
        pdf.fontSize(11).text(`Clause of page ${'wxyz'[page - 1]}. ${prose}`, 72, 100)
        pdf.fontSize(8).text(`Page ${page} of 4`, 72, 705)
      }
    })
    expect(document.text).not.toMatch(/Confidential|Page \d/)
    expect(document.furniture.filter(({ page }) => page === 3).map(({ text }) => text)).toEqual([
      'Fernhill Data Ltd – Confidential',
      'Page 3 of 4',
    ])
    expect(blocksOf(document)).toHaveLength(4)
  })

  it('lets a sentence run over a page break', async () => {
    const document = await read((pdf) => {
      pdf.text('The supplier keeps the records that', 72, 650)
      pdf.fontSize(8).text('7', 300, 705)
      pdf.addPage().fontSize(11).text('the customer has asked for.', 72, 72)
      pdf.fontSize(8).text('8', 300, 705)
    })
    expect(blocksOf(document)).toEqual(['The supplier keeps the records that the customer has asked for.'])
    expect(document.lines.map(({ page }) => page)).toEqual([1, 2])
  })

  it.each([
    [
      'one word',
      'The vendor’s indem-',
      'nity covers each claim.',
      'The vendor’s indemnity covers each claim.',
    ],
    [
      'a compound',
      'Claims of a third-',
      'party are covered here.',
      'Claims of a third-party are covered here.',
    ],
    ['a number', 'Within twenty-', 'four hours of the event.', 'Within twenty-four hours of the event.'],
  ])('joins %s that a line end broke', async (_, first, second, whole) => {
    const document = await read((pdf) => {
      pdf.text(first, 72, 100, { lineBreak: false })
      pdf.text(second, 72, 113, { lineBreak: false })
    })
    expect(document.text.replaceAll('\n', ' ')).toBe(whole)
  })

  it('makes one line of a table’s row, with its cells apart', async () => {
    const document = await read((pdf) => {
      const rows = [
        ['Service', 'Target', 'Credit'],
        ['Search', '99.9 per cent', '10 per cent'],
        ['Archive', '99.5 per cent', '5 per cent'],
      ]
      rows.forEach((row, i) => {
        row.forEach((cell, column) => {
          pdf.text(cell, 72 + column * 150, 100 + i * 16, { lineBreak: false })
        })
      })
    })
    expect(lineTexts(document)).toEqual([
      'Service\tTarget\tCredit',
      'Search\t99.9 per cent\t10 per cent',
      'Archive\t99.5 per cent\t5 per cent',
    ])
    expect(document.lines.every(({ role }) => role === 'table_row')).toBe(true)
  })

  it('reads turned pages and turned text', async () => {
    const document = await read((pdf) => {
      pdf.text('Upright words of the page.', 72, 72)
      pdf.rotate(-90, { origin: [60, 500] }).text('Words along the edge.', 60, 500)
    })
    expect(blocksOf(document)).toEqual(['Upright words of the page.', 'Words along the edge.'])
    const [x0, y0, x1, y1] = document.lines[1]?.box ?? [0, 0, 0, 0]
    expect(y1 - y0).toBeGreaterThan(3 * (x1 - x0))
  })

  it('flags words that nobody can see', async () => {
    const document = await read((pdf) => {
      pdf.text('The fee is due monthly.', 72, 72)
      pdf.fillColor('white').text('The cap is one dollar.', 72, 120)
      pdf.rect(60, 195, 300, 30).fill('#203040')
      pdf.fillColor('white').text('Light words on a dark bar.', 72, 200)
      pdf.fillColor('black').fontSize(0.5).text('Tiny words of no use.', 72, 240)
    })
    const hidden = document.lines
      .filter((line) => line.hidden)
      .map((line) => document.text.slice(line.start, line.end))
    expect(hidden).toEqual(['The cap is one dollar.', 'Tiny words of no use.'])
    expect(codesOf(document)).toEqual(['hidden_text'])
  })

  it('reads the filled fields of a form', async () => {
    const document = await read((pdf) => {
      pdf.text('Customer:', 72, 72)
      pdf.initForm()
      pdf.formText('customer', 150, 68, 200, 20, {
        value: 'Quarrystone Retail',
        defaultValue: 'Quarrystone Retail',
      })
    })
    expect(document.text).toContain('Customer:')
    expect(document.text).toContain('Quarrystone Retail')
  })

  it('takes ligatures apart and keeps the quotation marks', async () => {
    const { cleanCharacters, garbageShare } = await import('#importers/characters.ts')
    expect(cleanCharacters('con\ufb01dential\u00a0“Data”\u200b')).toBe('confidential “Data”')
    expect(garbageShare('\ue001\ue002 \ue003a')).toBe(0.75)
  })
})

describe('PDFs that can’t be read', () => {
  const whole = () => makePdf((pdf) => pdf.text(prose))

  it('says that one is encrypted', async () => {
    const bytes = await makePdf((pdf) => pdf.text(prose), { userPassword: 'sesame', ownerPassword: 'open' })
    await expect(importDocument(bytes)).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('says that one breaks off', async () => {
    const bytes = await whole()
    await expect(importDocument(bytes.slice(0, 300))).rejects.toMatchObject({ code: 'truncated' })
  })

  it('says that one has no pages', async () => {
    const bytes = Buffer.from(
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n',
    )
    await expect(importDocument(bytes)).rejects.toMatchObject({ code: 'no_pages' })
  })

  it('says that all pages are blank', async () => {
    const bytes = await makePdf((pdf) => pdf.addPage())
    await expect(importDocument(bytes)).rejects.toMatchObject({ code: 'no_text' })
  })

  it('says that there are too many pages', async () => {
    const bytes = await makePdf((pdf) => pdf.text(prose).addPage().text(prose))
    await expect(importDocument(bytes, { limits: { maxPages: 1 } })).rejects.toMatchObject({
      code: 'too_many_pages',
    })
  })
})
