import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementById } from '#db/agreements.ts'
import * as original from '../../app/routes/agreements.$slug_.original.ts'
import { cleanFileName } from '../../app/services/file-name.server.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { contextAs } from './as.ts'

const names: [string, string, string][] = [
  ['a line break and a header', 'terms.md\r\nSet-Cookie: a=b', 'terms.md  Set-Cookie: a=b'],
  ['quotes', 'the "final" terms.md', 'the "final" terms.md'],
  ['a path upwards', '../../../etc/passwd', 'passwd'],
  ['a path of Windows', 'C:\\Users\\me\\terms.md', 'terms.md'],
  ['a mark that turns the text', 'terms\u202Edm.exe', 'termsdm.exe'],
  ['half a letter', 'terms \ud800.md', 'terms \ufffd.md'],
  ['nothing but blanks', ' \t ', 'unnamed'],
  ['markup', '<img src=x onerror=alert(1)>.md', '<img src=x onerror=alert(1)>.md'],
]

test.each(names)('a name with %s is kept as a harmless one', (_, sent, kept) => {
  expect(cleanFileName(sent)).toBe(kept)
})

test('a name of very many letters keeps its ending', () => {
  const kept = cleanFileName(`${'ß'.repeat(400)}.pdf`)
  expect(kept).toHaveLength(255)
  expect(kept.endsWith('.pdf')).toBe(true)
})

describe('an original is served', () => {
  let folder: string
  let house: House
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'carveout-names-'))
    const root = path.resolve(import.meta.dirname, '../..')
    house = await openHouse({ dataFolder: folder }, { root, log: pino({ level: 'silent' }), work: false })
  })
  afterAll(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(names)('as a download of a safe type, under a name with %s', async (_, sent, kept) => {
    const bytes = Buffer.from(`<script>alert(1)</script> ${sent}`)
    const { agreementId } = await house.intake.accept({ fileName: sent, bytes, actor: 'a test' })
    const agreement = await agreementById(house.db, agreementId)
    const response = await original.loader({
      request: new Request('http://localhost/'),
      params: { slug: agreement?.slug },
      context: contextAs(house, 'legal'),
    } as never)
    const header = response.headers.get('Content-Disposition') ?? ''
    expect(header).toMatch(/^attachment; filename/)
    expect(header).not.toMatch(/[\r\n]/)
    const named = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1]
    const plain = /filename="((?:[^"\\]|\\.)*)"|filename=([^;"]+)/.exec(header)
    const read = named ? decodeURIComponent(named) : (plain?.[1] ?? plain?.[2] ?? '').replace(/\\(.)/g, '$1')
    expect(read).toBe(kept)
    expect(response.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
  })
})
