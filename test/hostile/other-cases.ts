import { strToU8, unzipSync, zipSync } from 'fflate'
import { fails, type HostileFile } from './case.ts'
import { noise } from './pdf-cases.ts'

const text = (words: string) => new TextEncoder().encode(words)
const sentence = 'The supplier keeps its records for two years after the agreement ends.'

/** The parts of a Word file, with some replaced or added. */
type Parts = Record<string, Uint8Array | string>

const xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const body = (inner: string) =>
  `<?xml version="1.0"?><w:document ${xmlns}><w:body>${inner}</w:body></w:document>`
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

function docx(name: string, parts: Parts, must: HostileFile['must']): HostileFile {
  const all: Parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': body(paragraph(sentence)),
    ...parts,
  }
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
  return { name, fileName: `${name.replaceAll(' ', '-')}.docx`, bytes, must }
}

const lol = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`
const reads = (warns: string[] = []): HostileFile['must'] => ({
  read: { says: sentence.slice(0, 24), warns },
})

function word(sample: Uint8Array): HostileFile[] {
  const rels = (type: string, target: string) =>
    `<Relationships><Relationship Id="b" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`
  const lying = docx(
    'word size that lies',
    { 'word/document.xml': body(paragraph(sentence.repeat(500))) },
    fails('damaged'),
  )
  const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`word/media/${n}.bin`, '']))
  return [
    docx(
      'word bomb of one part',
      { 'word/document.xml': body(paragraph(' '.repeat(12_000_000))) },
      fails('too_large'),
    ),
    docx(
      'word bomb of many parts',
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`word/p${n}.xml`, ' '.repeat(400_000)])),
      fails('too_large'),
    ),
    docx('word with sixty thousand entries', many, reads()),
    docx(
      'word with a billion laughs',
      { 'word/document.xml': lol + body(paragraph('&l9;')).slice(21) },
      fails('damaged'),
    ),
    docx(
      'word that asks for a file',
      {
        'word/document.xml': `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>${body(paragraph('&x;')).slice(21)}`,
      },
      fails('damaged'),
    ),
    docx(
      'word of fifty thousand levels',
      { 'word/document.xml': body('<w:sdt>'.repeat(50_000)) },
      fails('damaged'),
    ),
    docx(
      'word tables in tables',
      {
        'word/document.xml': body(
          `${'<w:tbl><w:tr><w:tc>'.repeat(60)}${paragraph(sentence)}${'</w:tc></w:tr></w:tbl>'.repeat(60)}`,
        ),
      },
      'either',
    ),
    docx(
      'word that breaks off within a tag',
      { 'word/document.xml': body(paragraph(sentence)).slice(0, -20) },
      fails('damaged'),
    ),
    docx('word without text', { 'word/document.xml': body('') }, fails('no_text')),
    docx('word part missing', { 'word/document.xml': '', '_rels/.rels': '<Relationships/>' }, fails()),
    docx(
      'word that points out of itself',
      {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="../../../../etc/hostname"/></Relationships>',
      },
      reads(),
    ),
    docx(
      'word that fetches a template',
      { 'word/_rels/document.xml.rels': rels('attachedTemplate', 'http://127.0.0.1:9/t.dotm') },
      reads(['outside_parts']),
    ),
    docx('word with macros', { 'word/vbaProject.bin': noise(500) }, reads(['active_content'])),
    docx(
      'word with a file inside',
      { 'word/embeddings/oleObject1.bin': noise(500) },
      reads(['embedded_files']),
    ),
    docx(
      'word styles that are each other’s base',
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="b" Type="http://x/styles" Target="styles.xml"/></Relationships>',
        'word/styles.xml': `<w:styles ${xmlns}><w:style w:styleId="a" w:default="1" w:type="paragraph"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
      },
      reads(),
    ),
    docx(
      'word note that cites itself',
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="b" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>',
        'word/footnotes.xml': `<w:footnotes ${xmlns}><w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>`,
        'word/document.xml': body(
          `<w:p><w:r><w:t>${sentence}</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`,
        ),
      },
      reads(),
    ),
    docx(
      'word in one paragraph of ten million letters',
      { 'word/document.xml': body(paragraph('keeps '.repeat(1_700_000))) },
      'either',
    ),
    { ...lying, bytes: withLyingSize(lying.bytes) },
    {
      name: 'word with two texts of one name',
      fileName: 'two-texts.docx',
      bytes: twiceTheSame(),
      must: fails('damaged'),
    },
    {
      name: 'word cut in half',
      fileName: 'half.docx',
      bytes: sample.slice(0, sample.length / 2),
      must: fails('truncated'),
    },
    {
      name: 'word with its table of contents cut off',
      fileName: 'cut.docx',
      bytes: sample.slice(0, -30),
      must: fails('truncated'),
    },
    {
      name: 'word with flipped bytes',
      fileName: 'flipped.docx',
      bytes: sample.map((byte, n) => (n % 997 === 500 ? byte ^ 0x55 : byte)),
      must: 'either',
    },
    {
      name: 'word with noise for its text',
      fileName: 'noise.docx',
      bytes: zipSync({ ...unzipSync(sample), 'word/document.xml': noise(3000) }),
      must: fails(),
    },
  ]
}

/** Says in both directories that the text is shorter than it is. */
function withLyingSize(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes)
  const name = Buffer.from('word/document.xml')
  for (let at = buffer.indexOf(name); at >= 0; at = buffer.indexOf(name, at + 1)) {
    if (at >= 46 && buffer.readUInt32LE(at - 46) === 0x02014b50) buffer.writeUInt32LE(300, at - 46 + 24)
    else if (at >= 30 && buffer.readUInt32LE(at - 30) === 0x04034b50) buffer.writeUInt32LE(300, at - 30 + 22)
  }
  return buffer
}

function twiceTheSame(): Uint8Array {
  const made = docx('', { 'word/documenu.xml': body(paragraph('Quite another text.')) }, 'either').bytes
  return Buffer.from(Buffer.from(made).toString('latin1').replaceAll('documenu', 'document'), 'latin1')
}

function page(name: string, html: string, must: HostileFile['must']): HostileFile {
  return { name, fileName: `${name.replaceAll(' ', '-')}.html`, bytes: text(html), must }
}

function web(): HostileFile[] {
  return [
    page('page of sixty thousand levels', `<html><body>${'<div>'.repeat(60_000)}deep`, fails()),
    page('page of unclosed bold', `<html><body>${'<b><p>'.repeat(20_000)}words`, 'either'),
    page('page of tables in tables', `<html><body>${'<table><tr><td>'.repeat(2_000)}${sentence}`, 'either'),
    page(
      'page of a million attributes',
      `<html><body><p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join(' ')}>${sentence}</p>`,
      'either',
    ),
    page('page that is one comment', `<html><!--${'-'.repeat(2_000_000)}`, fails('no_text')),
    page(
      'page with frames and scripts from outside',
      `<html><head><script src="http://127.0.0.1:9/x.js"></script><link rel="stylesheet" href="file:///etc/hostname"></head><body><iframe src="file:///etc/hostname"></iframe><p>${sentence}</p></body></html>`,
      reads(),
    ),
    page(
      'page that hides words',
      `<html><body><p>${sentence}</p><p style="display:none">The cap is ten dollars.</p></body></html>`,
      { read: { says: sentence, saysNot: 'ten dollars', warns: ['hidden_text'] } },
    ),
    page(
      'page of entities',
      `<html><body><p>${sentence} ${'&nbsp;&#0;&#x110000;'.repeat(20_000)}</p></body></html>`,
      reads(),
    ),
  ]
}

function plain(): HostileFile[] {
  const named = (
    name: string,
    fileName: string,
    bytes: Uint8Array,
    must: HostileFile['must'],
  ): HostileFile => ({ name, fileName, bytes, must })
  return [
    named('empty file', 'empty.pdf', new Uint8Array(), fails('empty_file')),
    named('one byte', 'one.txt', Uint8Array.of(0), fails()),
    named('zeros', 'zeros.txt', new Uint8Array(100_000), fails('unsupported_format', 'mislabelled')),
    named('noise', 'noise.pdf', noise(100_000), fails('mislabelled')),
    named('blanks only', 'blanks.txt', text(' \n\t'.repeat(100_000)), fails('no_text')),
    named(
      'words with zeros between',
      'zeros-between.txt',
      text(`${sentence}\0${sentence}`),
      fails('unsupported_format', 'mislabelled'),
    ),
    named('UTF-16 without its mark', 'utf16.txt', Buffer.from(sentence.repeat(5), 'utf16le'), {
      read: { says: sentence },
    }),
    named('UTF-16 of the other order', 'utf16be.txt', Buffer.from(sentence.repeat(5), 'utf16le').swap16(), {
      read: { says: sentence },
    }),
    named(
      'UTF-8 that is none',
      'broken-utf8.txt',
      Buffer.concat([text(sentence), Buffer.from([0xc3, 0x28, 0xf0, 0x9f]), text(sentence)]),
      { read: { says: sentence } },
    ),
    named(
      'halves of letters',
      'surrogates.txt',
      Buffer.from([0xff, 0xfe, ...Buffer.from(sentence, 'utf16le'), 0x00, 0xd8, 0x20, 0x00, 0x00, 0xdc]),
      { read: { says: sentence } },
    ),
    named('one line of five million letters', 'line.txt', text('within ten days '.repeat(320_000)), 'either'),
    named('a million brackets', 'brackets.md', text(`# Terms\n\n${'['.repeat(100_000)}`), 'either'),
    named('quotes in quotes', 'quotes.md', text(`# Terms\n\n${'> '.repeat(20_000)}deep`), 'either'),
    named(
      'lists in lists',
      'lists.md',
      text(`# Terms\n\n${Array.from({ length: 500 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n')}`),
      'either',
    ),
    named('stars without end', 'stars.md', text(`# Terms\n\n${'*a '.repeat(30_000)}`), 'either'),
    named(
      'table of a million cells',
      'table.md',
      text(`# Terms\n\n|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${`|${'a|'.repeat(500)}\n`.repeat(200)}`),
      'either',
    ),
    named(
      'digits without end',
      'digits.txt',
      text(`The fee is ${'9'.repeat(200_000)} dollars. ${sentence}`),
      { read: { says: sentence } },
    ),
    named(
      'a program',
      'agreement.pdf',
      Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), noise(5000)]),
      fails('mislabelled'),
    ),
    named(
      'a picture called a PDF',
      'scan.pdf',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), noise(300)]),
      fails('mislabelled'),
    ),
    named(
      'an archive called a Word document',
      'archive.docx',
      zipSync({ 'a.txt': text(sentence) }),
      fails('mislabelled'),
    ),
    named('a web page called a PDF', 'page.pdf', text(`<!doctype html><p>${sentence}</p>`), {
      read: { says: sentence, warns: ['mislabelled'] },
    }),
  ]
}

/** @param sample a sound Word file */
export const otherCases = (sample: Uint8Array): HostileFile[] => [...word(sample), ...web(), ...plain()]
