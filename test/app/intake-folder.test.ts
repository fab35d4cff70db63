import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { currentFiles } from '#db/files.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { takeFolder } from '../../app/services/intake-folder.server.ts'
import { readersHere } from './readers-here.ts'

const data = mkdtempSync(path.join(tmpdir(), 'carveout-intake-'))
const now = new Date('2026-11-25T12:00:00Z')
let house: House
let drop: string

beforeAll(async () => {
  house = await openHouse(
    { dataFolder: data },
    { root: path.resolve('.'), log: pino({ level: 'silent' }), work: false, readers: readersHere() },
  )
})
beforeEach(() => {
  drop = mkdtempSync(path.join(data, 'drop-'))
})
afterAll(async () => {
  await house.close()
  rmSync(data, { recursive: true, force: true })
})

/** Puts a file there as it lay for so many seconds. */
function put(name: string, content: string, seconds = 60) {
  const file = path.join(drop, name)
  writeFileSync(file, content)
  const at = new Date(now.getTime() - seconds * 1000)
  utimesSync(file, at, at)
}
const lies = (folder = '') => readdirSync(path.join(drop, folder)).sort()
const names = async () => (await currentFiles(house.db)).map((file) => file.fileName).sort()

const mail = (...attachments: [name: string, type: string, words: string][]) =>
  [
    'From: vendor@example.com',
    'Subject: Our terms',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'See attached.',
    ...attachments.flatMap(([name, type, words]) => [
      '--part',
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(words).toString('base64'),
    ]),
    '--part--',
    '',
  ].join('\r\n')

test('a file is taken in and moves aside; one that is still being written waits', async () => {
  put('whole.txt', 'An agreement of the first kind')
  put('coming.txt', 'An agreement of the second ki', 1)
  await takeFolder(house, drop, now)
  expect(await names()).toEqual(['whole.txt'])
  expect(lies()).toEqual(['coming.txt', 'taken'])
  expect(lies('taken')).toEqual(['whole.txt'])
})

test('of a mail the papers that are attached are taken in, and not the signature’s picture', async () => {
  put('mail.eml', mail(['terms.md', 'text/markdown', '# Terms of mail'], ['logo.png', 'image/png', 'x']))
  await takeFolder(house, drop, now)
  expect(await names()).toContain('terms.md')
  expect(await names()).not.toContain('logo.png')
  expect(lies('taken')).toEqual(['mail.eml'])
})

test('a mail without a paper and an empty file are refused, with the reason beside them', async () => {
  put('hello.eml', mail())
  put('nothing.pdf', '')
  await takeFolder(house, drop, now)
  expect(lies('refused')).toEqual(['hello.eml', 'hello.eml.why.txt', 'nothing.pdf', 'nothing.pdf.why.txt'])
  expect(readFileSync(path.join(drop, 'refused', 'hello.eml.why.txt'), 'utf8')).toMatch(/Nothing is attached/)
})

test('what was taken in before the process died is taken again without a second agreement', async () => {
  put('twice.txt', 'An agreement that came twice')
  await house.intake.accept({
    fileName: 'twice.txt',
    bytes: new TextEncoder().encode('An agreement that came twice'),
    actor: 'intake folder',
  })
  await takeFolder(house, drop, now)
  expect((await names()).filter((name) => name === 'twice.txt')).toHaveLength(1)
  expect(lies('taken')).toEqual(['twice.txt'])
})

test('a file never takes the place of another of its name', async () => {
  put('same.txt', 'One agreement')
  await takeFolder(house, drop, now)
  put('same.txt', 'Another agreement')
  await takeFolder(house, drop, now)
  expect(lies('taken')).toEqual(['same 2.txt', 'same.txt'])
})
