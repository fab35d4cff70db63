import { createCipheriv } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { makePdf, prose } from '../importers/make.ts'
import { fails, type HostileFile } from './case.ts'
import { font, type Objects, onePage, packed, page, rawPdf, showing, words } from './raw-pdf.ts'

const pdf = (name: string, bytes: Uint8Array, must: HostileFile['must']): HostileFile => ({
  name,
  fileName: `${name.replaceAll(' ', '-')}.pdf`,
  bytes,
  must,
})
const reads = (expected: { says?: string; warns?: string[]; pages?: number } = {}): HostileFile['must'] => ({
  read: { says: words.slice(0, 24), ...expected },
})
const patched = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1')

/** PDFs whose page tree, table of objects or numbers are wrong. */
function structure(): HostileFile[] {
  const chain = (depth: number): Objects => {
    const objects = onePage()
    for (let n = 0; n < depth; n++)
      objects[10 + n] = `<< /Type /Pages /Kids [${11 + n} 0 R] /Count 1 /Parent ${9 + n} 0 R >>`
    objects[10 + depth] = page()
    objects[2] = '<< /Type /Pages /Kids [10 0 R] /Count 1 >>'
    return objects
  }
  const million = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, n) => [n + 10, 'null']))
  return [
    pdf(
      'page tree that is its own child',
      rawPdf(onePage({ 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' })),
      fails(),
    ),
    pdf(
      'page tree in a ring',
      rawPdf({
        ...onePage({ 2: '<< /Type /Pages /Kids [6 0 R] /Count 2 >>' }),
        6: '<< /Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R >>',
      }),
      fails(),
    ),
    pdf('page tree ten thousand deep', rawPdf(chain(10_000)), 'either'),
    pdf('count of zero', rawPdf(onePage({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 0 >>' })), 'either'),
    pdf('count below zero', rawPdf(onePage({ 2: '<< /Type /Pages /Kids [3 0 R] /Count -7 >>' })), 'either'),
    pdf(
      'count that is no number',
      rawPdf(onePage({ 2: '<< /Type /Pages /Kids [3 0 R] /Count (many) >>' })),
      'either',
    ),
    pdf(
      'count of two thousand million',
      rawPdf(onePage({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>' })),
      'either',
    ),
    pdf(
      'count far above its pages',
      rawPdf(onePage({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 40 >>' })),
      'either',
    ),
    pdf(
      'count below its pages',
      rawPdf({
        ...onePage({ 2: '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 1 >>' }),
        6: page('', '7 0 R'),
        7: showing('The second page says more.'),
      }),
      'either',
    ),
    pdf('no pages', rawPdf(onePage({ 2: '<< /Type /Pages /Kids [] /Count 0 >>' })), fails()),
    pdf('no catalogue', rawPdf({ 4: showing(words), 5: font }), fails()),
    pdf('a million objects', rawPdf({ ...onePage(), ...million }), 'either'),
    pdf('table of objects in a loop', rawPdf(onePage(), { trailer: '/Root 1 0 R /Prev 9' }), 'either'),
    pdf('table of objects that points to itself', selfPrev(), 'either'),
    pdf('table of objects missing', rawPdf(onePage(), { xref: false }), 'either'),
    pdf(
      'object that is its own length',
      rawPdf(onePage({ 4: '<< /Length 4 0 R >>\nstream\nBT ET\nendstream' })),
      'either',
    ),
    pdf('stream of negative length', patched(rawPdf(onePage()), '/Length', '/Length -9 /Was'), 'either'),
    pdf('arrays two hundred thousand deep', rawPdf(onePage({ 6: '['.repeat(200_000) })), 'either'),
    pdf('page of no size', rawPdf(onePage({ 3: page().replace('[0 0 612 792]', '[0 0 0 0]') })), 'either'),
    pdf(
      'page of endless size',
      rawPdf(onePage({ 3: page().replace('[0 0 612 792]', '[-1e38 -1e38 1e38 1e38]') })),
      'either',
    ),
    pdf('only the header', Buffer.from('%PDF-1.7\n'), fails('truncated')),
    pdf('header and then zeros', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000)]), fails()),
  ]
}

function selfPrev(): Uint8Array {
  const once = Buffer.from(rawPdf(onePage())).toString('latin1')
  return Buffer.from(once.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${once.indexOf('xref\n0')}`), 'latin1')
}

/** Contents that grow, recur or break. */
function contents(): HostileFile[] {
  const form = (body: string, resources: string) => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << ${resources} >> /Font << /F1 5 0 R >> >>`,
    data: body,
  })
  const withForm = '/Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >>'
  const drawing = page().replace(/\/Resources .*$/, `${withForm} >>`)
  const doubling: Objects = onePage({ 3: drawing, 4: { data: '/X Do' } })
  for (let n = 0; n < 24; n++) doubling[6 + n] = form('/Y Do /Y Do', `/Y ${7 + n} 0 R`)
  doubling[30] = form('BT /F1 12 Tf 72 700 Td (and again) Tj ET', '')
  return [
    pdf(
      'drawing that draws itself',
      rawPdf(
        onePage({ 3: drawing, 4: { data: `/X Do ${showing(words).data}` }, 6: form('/X Do', '/X 6 0 R') }),
      ),
      'either',
    ),
    pdf('drawings that double two dozen times', rawPdf(doubling), 'either'),
    pdf('two gigabytes of nothing packed small', rawPdf(onePage({ 4: nested(2_000_000_000) })), 'either'),
    pdf(
      'contents packed once and said to be packed twenty times',
      rawPdf(
        onePage({
          4: {
            dictionary: `/Filter [${'/FlateDecode '.repeat(20)}]`,
            data: deflateSync('BT ET and no more'),
          },
        }),
      ),
      fails('damaged'),
    ),
    pdf(
      'two million letters each in its place',
      rawPdf(onePage({ 4: packed(`BT /F1 1 Tf ${'1 0 Td (a) Tj '.repeat(400_000)} ET`) })),
      'either',
    ),
    pdf(
      'saved graphics states without end',
      rawPdf(onePage({ 4: packed(`${'q '.repeat(1_000_000)} BT /F1 12 Tf 72 700 Td (${words}) Tj ET`) })),
      'either',
    ),
    pdf(
      'packed contents that are noise',
      rawPdf(onePage({ 4: { dictionary: '/Filter /FlateDecode', data: noise(400) } })),
      fails('damaged'),
    ),
    pdf(
      'every page broken',
      rawPdf({
        ...onePage({
          2: '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>',
          4: { dictionary: '/Filter /FlateDecode', data: noise(400) },
        }),
        6: page(),
      }),
      fails('damaged'),
    ),
    pdf(
      'one page of two broken',
      rawPdf({
        ...onePage({ 2: '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>' }),
        6: page('', '7 0 R'),
        7: { dictionary: '/Filter /FlateDecode', data: noise(400) },
      }),
      reads({ warns: ['page_unreadable'], pages: 2 }),
    ),
    pdf(
      'contents by a filter nobody knows',
      rawPdf(onePage({ 4: { dictionary: '/Filter /MagicDecode', data: 'BT ET' } })),
      'either',
    ),
    pdf(
      'font that is noise',
      rawPdf(
        onePage({
          5: '<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 32 /LastChar 126 /FontDescriptor 6 0 R >>',
          6: '<< /Type /FontDescriptor /FontName /Odd /Flags 32 /FontFile2 7 0 R >>',
          7: { data: noise(5000) },
        }),
      ),
      'either',
    ),
    pdf(
      'font whose tables claim four gigabytes',
      rawPdf(
        onePage({
          5: '<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 32 /LastChar 126 /FontDescriptor 6 0 R >>',
          6: '<< /Type /FontDescriptor /FontName /Odd /Flags 32 /FontFile2 7 0 R >>',
          7: { data: hugeFont() },
        }),
      ),
      'either',
    ),
    pdf(
      'font that is its own descendant',
      rawPdf(
        onePage({
          5: '<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [5 0 R] >>',
        }),
      ),
      'either',
    ),
    pdf(
      'glyphs that draw themselves',
      rawPdf(
        onePage({
          5: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F1 5 0 R >> >> >>',
          6: { data: 'BT /F1 1 Tf (a) Tj ET' },
        }),
      ),
      'either',
    ),
    pdf(
      'letters mapped to other letters',
      rawPdf(
        onePage({
          5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
          6: { data: 'begincmap 1 beginbfrange <00> <ff> <0000> endbfrange '.repeat(20_000) },
        }),
      ),
      'either',
    ),
    pdf(
      'picture of a thousand million pixels',
      rawPdf(
        onePage({
          3: drawing,
          4: { data: '612 0 0 792 0 0 cm /X Do' },
          6: {
            dictionary:
              '/Type /XObject /Subtype /Image /Width 32000 /Height 32000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
            data: deflateSync('x'),
          },
        }),
      ),
      fails(),
    ),
    pdf(
      'picture of negative size',
      rawPdf(
        onePage({
          3: drawing,
          4: { data: `/X Do ${showing(words).data}` },
          6: {
            dictionary:
              '/Type /XObject /Subtype /Image /Width -5 /Height -5 /ColorSpace /DeviceGray /BitsPerComponent 8',
            data: 'x',
          },
        }),
      ),
      'either',
    ),
    pdf(
      'shading that is its own function',
      rawPdf(
        onePage({
          3: page('/Dummy << >>').replace('/Font', '/Shading << /S 6 0 R >> /Font'),
          4: { data: `/S sh ${showing(words).data}` },
          6: '<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 7 0 R >>',
          7: '<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>',
        }),
      ),
      'either',
    ),
  ]
}

/** Zeros packed twice, so that little is sent for very much. */
function nested(size: number) {
  const megabyte = Buffer.alloc(1_000_000, 32)
  const once = deflateSync(Buffer.concat(Array.from({ length: 50 }, () => megabyte)))
  return {
    dictionary: '/Filter [/FlateDecode /FlateDecode]',
    data: deflateSync(Buffer.concat(Array.from({ length: Math.round(size / 50_000_000) }, () => once))),
  }
}

/** Bytes that look like chance and are the same each time. */
export function noise(length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16)).update(Buffer.alloc(length))
}

function hugeFont(): Buffer {
  const head = Buffer.alloc(12 + 16 * 8)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(8, 4)
  for (const [n, tag] of ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name'].entries()) {
    head.write(tag, 12 + 16 * n, 'latin1')
    head.writeUInt32BE(0xffffffff, 12 + 16 * n + 12)
  }
  return head
}

/** What hides in a PDF, or acts. */
async function hidden(): Promise<HostileFile[]> {
  const script = '<< /S /JavaScript /JS (app.alert\\("paid"\\)) >>'
  return [
    pdf(
      'script on opening',
      rawPdf(onePage({ 1: `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} >>` })),
      reads({ warns: ['active_content'] }),
    ),
    pdf(
      'script by name',
      rawPdf(
        onePage({
          1: `<< /Type /Catalog /Pages 2 0 R /Names << /JavaScript << /Names [(a) 6 0 R] >> >> >>`,
          6: script,
        }),
      ),
      reads({ warns: ['active_content'] }),
    ),
    pdf(
      'attached file',
      await makePdf((doc) => {
        doc.file(Buffer.from('MZ'), { name: 'invoice.exe' })
        doc.text(prose)
      }),
      { read: { says: prose.slice(0, 20), warns: ['embedded_files'] } },
    ),
    pdf(
      'file pinned to a page',
      rawPdf(
        onePage({
          3: page('/Annots [6 0 R]'),
          6: '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (a.pdf) /EF << /F 7 0 R >> >> >>',
          7: { dictionary: '/Type /EmbeddedFile', data: 'MZ' },
        }),
      ),
      reads({ warns: ['embedded_files'] }),
    ),
    pdf(
      'form that viewers put together',
      rawPdf(
        onePage({
          1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R /Fields [] >> >>',
          6: { data: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>' },
        }),
      ),
      reads({ warns: ['dynamic_form'] }),
    ),
    pdf(
      'layer that is switched off',
      rawPdf(
        onePage({
          1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >> >>',
          6: '<< /Type /OCG /Name (Draft) >>',
        }),
      ),
      reads({ warns: ['hidden_layers'] }),
    ),
    pdf(
      'white words',
      rawPdf(
        onePage({
          4: {
            data: `${showing(words).data} BT 1 1 1 rg /F1 12 Tf 72 600 Td (The cap is ten dollars.) Tj ET`,
          },
        }),
      ),
      reads({ warns: ['hidden_text'] }),
    ),
    pdf(
      'link that starts a program',
      rawPdf(
        onePage({
          3: page('/Annots [6 0 R]'),
          6: '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (/bin/sh) >> >>',
        }),
      ),
      reads(),
    ),
    pdf(
      'contents kept elsewhere',
      rawPdf(
        onePage({ 4: { dictionary: '/F (/etc/hostname) /FFilter /FlateDecode', data: showing(words).data } }),
      ),
      'either',
    ),
    pdf(
      'protected with a password',
      await makePdf((doc) => doc.text(prose), { userPassword: 'secret', pdfVersion: '1.7' }),
      fails('encrypted'),
    ),
    pdf(
      'protected by a scheme nobody knows',
      rawPdf({ ...onePage(), 6: '<< /Filter /Odd /V 99 >>' }, { trailer: '/Root 1 0 R /Encrypt 6 0 R' }),
      fails(),
    ),
    pdf(
      'title of a million letters',
      rawPdf(
        { ...onePage(), 6: `<< /Title (${'Terms '.repeat(160_000)}) >>` },
        { trailer: '/Root 1 0 R /Info 6 0 R' },
      ),
      reads(),
    ),
  ]
}

export const pdfCases = async (): Promise<HostileFile[]> => [
  ...structure(),
  ...contents(),
  ...(await hidden()),
]
