import { describe, expect, it } from 'vitest'
import { importDocument } from '#importers/index.ts'
import { blocksOf, codesOf, makePdf, prose } from './make.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Two pages that differ, the first one's packed contents overwritten. */
async function withBrokenPage(pages: number): Promise<Uint8Array> {
  const whole = await makePdf((pdf) => {
    for (let page = 1; page <= pages; page++) {
      if (page > 1) pdf.addPage()
      pdf.text(`Part ${page}. ${prose}`)
    }
  })
  const broken = Uint8Array.from(whole)
  const at = Buffer.from(broken).indexOf('stream')
  broken.fill(0x41, at + 20, at + 120)
  return broken
}

describe('damaged PDFs', () => {
  it('name the page that lost its words, which is no blank one', async () => {
    const document = await importDocument(await withBrokenPage(2))
    expect(document.pages.map(({ source }) => source)).toEqual(['unreadable', 'text'])
    expect(document.warnings).toMatchObject([{ code: 'page_unreadable', page: 1 }])
    expect(document.text).toContain('Part 2.')
  })

  it('are an error when no page has its words', async () => {
    await expect(importDocument(await withBrokenPage(1))).rejects.toMatchObject({ code: 'damaged' })
  })

  it('say so when they break off and can be read nonetheless', async () => {
    const whole = await makePdf((pdf) => pdf.text(prose))
    const document = await importDocument(whole.slice(0, whole.length - 60))
    expect(blocksOf(document)).toEqual([prose])
    expect(codesOf(document)).toEqual(['damaged_parts'])
  })

  it('keep quiet when there is nothing wrong', async () => {
    const document = await importDocument(await makePdf((pdf) => pdf.text(prose).addPage()))
    expect(document.pages.map(({ source }) => source)).toEqual(['text', 'blank'])
    expect(codesOf(document)).toEqual([])
  })
})

describe('pages that begin alike', () => {
  it.each([2, 5])('keep their sentences, and only the frame is left out (%i pages)', async (count) => {
    const document = await importDocument(
      await makePdf((pdf) => {
        for (let page = 1; page <= count; page++) {
          if (page > 1) pdf.addPage()
          pdf.fontSize(8).text('Quarrystone Retail', 72, 40)
          pdf.fontSize(11).text(`Part ${page} of it. ${prose} ${prose}`, 72, 100)
          pdf.text('Nothing else is said here.').text(`Unit ${'qrstu'[page - 1]} is its own.`)
          pdf.fontSize(8).text(String(page), 300, 705)
        }
      }),
    )
    for (let page = 1; page <= count; page++) expect(document.text).toContain(`Part ${page} of it.`)
    expect(document.text).not.toContain('Quarrystone')
    expect(document.furniture).toHaveLength(2 * count)
  })

  it('are no furniture when all of them is alike', async () => {
    const document = await importDocument(
      await makePdf((pdf) => pdf.text('Order form').addPage().text('Order form')),
    )
    expect(document.text).toContain('Order form')
  })
})

describe('odd sources', () => {
  it('keeps the heading that a section of a web page has in its header', async () => {
    const page =
      '<body><header>Menu</header><form><section><header><h2>1. Scope</h2></header><p>All of it.</p></section></form></body>'
    expect(blocksOf(await importDocument(bytes(page)))).toEqual(['1. Scope', 'All of it.'])
  })

  it.each([
    ['an inline tag', '<!-- saved -->\n<span>Terms</span><p>apply.</p>'],
    ['a style', '<style>p { color: red }</style><p>Terms</p><p>apply.</p>'],
  ])('knows a web page that opens with %s', async (_, page) => {
    const document = await importDocument(bytes(page))
    expect(document.format).toBe('html')
    expect(blocksOf(document)).toEqual(['Terms', 'apply.'])
  })

  it.each<[string, Uint8Array]>([
    ['Markdown link', bytes('<https://example.com> holds the terms of this service.')],
    ['comparison', bytes('<b less than c, and so on, is no web page.')],
  ])('takes no %s for a web page', async (_, source) => {
    expect((await importDocument(source)).format).not.toBe('html')
  })

  it('reads a text of very many lines', async () => {
    const document = await importDocument(bytes('The supplier keeps it.\n'.repeat(150_000)))
    expect(document.lines).toHaveLength(150_000)
  })

  it('refuses a package that breaks off at once, in words', async () => {
    const stub = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0])
    await expect(importDocument(stub)).rejects.toMatchObject({
      name: 'ImportError',
      code: 'unsupported_format',
    })
  })
})
