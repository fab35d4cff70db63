import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
/** A mail with one attachment. */
const mail = [
  'From: vendor@example.com',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=part',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Disposition: attachment; filename="offer.txt"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(
    'MASTER SERVICES AGREEMENT\n\n1. Liability. The aggregate liability of Vendor under this Agreement shall not exceed USD 500,000.',
  ).toString('base64'),
  '--part--',
  '',
].join('\r\n')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-cli-'))
  writeFileSync(path.join(folder, 'broken.pdf'), '%PDF-1.7\nnothing more')
  writeFileSync(path.join(folder, 'empty.pdf'), '')
  writeFileSync(path.join(folder, 'offer.eml'), mail)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  status: number
  lines: Record<string, unknown>[]
  stderr: string
}

/** The command as a user runs it, from a folder of their own. */
function carveout(...args: string[]): Promise<Ran> {
  const env = { ...process.env, INIT_CWD: folder, CARVEOUT_DATA: path.join(folder, 'data') }
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [path.join(root, 'scripts/carveout.mjs'), ...args],
      { env, cwd: root, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const lines = stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Record<string, unknown>)
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, lines, stderr })
      },
    ),
  )
}

const sample = (file: string) => path.join(root, 'samples/files', file)

describe('extract', () => {
  const files = [sample('corvane-msa.pdf'), 'broken.pdf', sample('lumenfold-ai-addendum.docx'), 'nowhere.pdf']
  let ran: Ran
  beforeAll(async () => {
    ran = await carveout('extract', ...files, '--text')
  })

  test('prints one line a file in the order given, reads the others when one fails, and says so by its status', () => {
    const { status, lines } = ran
    expect(status).toBe(1)
    expect(lines.map((line) => line.file)).toEqual(files)
    expect(lines[0]).toMatchObject({ format: 'pdf', document: { kind: 'msa' } })
    expect(lines[1]).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
    expect(lines[2]).toMatchObject({ format: 'docx', document: { kind: 'ai_addendum' } })
    expect(lines[3]).toMatchObject({ error: { code: 'not_found' } })
  })

  test('every quote is exactly that slice of the text that --text prints', () => {
    const [{ text, terms }] = ran.lines as unknown as [
      { text: string; terms: { citations: { start: number; end: number; quote: string }[] }[] },
    ]
    const citations = terms.flatMap((term) => term.citations)
    expect(citations.length).toBeGreaterThan(20)
    for (const { start, end, quote } of citations) expect(text.slice(start, end)).toBe(quote)
  })

  test('--explain prints what was found of a type, by which rule', async () => {
    const { lines } = await carveout('extract', sample('corvane-msa.pdf'), '--explain', 'liability_cap')
    expect(lines[0]).toMatchObject({ type: 'liability_cap' })
    const [{ candidates }] = lines as unknown as [{ candidates: { clause: string; rule: string }[] }]
    expect(candidates[0]).toMatchObject({ clause: '8.2', rule: expect.any(String) })
  })
})

describe('assess', () => {
  test('holds the papers together against a class, with gaps, what is met and the dates', async () => {
    const papers = ['corvane-msa.pdf', 'corvane-dpa.pdf', 'corvane-order-form.pdf'].map(sample)
    const { status, lines } = await carveout(
      'assess',
      ...papers,
      '--class',
      'medium-high',
      '--date',
      '2026-11-24',
    )
    expect(status).toBe(0)
    const [result] = lines as unknown as [
      { gaps: { rule: string }[]; deadlines: { kind: string; date: string }[] },
    ]
    expect(result).toMatchObject({ class: 'medium_high', date: '2026-11-24', playbook: { id: 'default' } })
    expect(result.gaps.length).toBeGreaterThan(0)
    expect(result.deadlines.length).toBeGreaterThan(0)
  })

  test('--fail-on gives status 3 when such a gap is open', async () => {
    const { status } = await carveout(
      'assess',
      sample('quillmark-api-terms.pdf'),
      '--class',
      'high',
      '--fail-on',
      'high',
    )
    expect(status).toBe(3)
  })
})

/** An assistant's own client, which starts the command and speaks MCP with it over its standard input and output. */
async function assistant(): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [path.join(root, 'scripts/carveout.mjs'), 'mcp'],
      env: { ...getDefaultEnvironment(), CARVEOUT_DATA: path.join(folder, 'data') },
      cwd: root,
      stderr: 'ignore',
    }),
  )
  return client
}

test('import takes files and mails, the same bytes once, and reports come out of the register', async () => {
  const first = await carveout('import', sample('corvane-msa.pdf'), '--vendor', 'Corvane Systems')
  expect(first).toMatchObject({ status: 0, lines: [{ agreement: 'corvane-msa', status: 'read' }] })
  const again = await carveout('import', sample('corvane-msa.pdf'), 'offer.eml')
  expect(again).toMatchObject({
    status: 0,
    lines: [
      { agreement: 'corvane-msa', status: 'known' },
      { file: expect.stringMatching(/offer\.eml$/), status: 'read' },
    ],
  })
  const report = await carveout('gaps', 'corvane-msa', '-o', 'gaps.docx')
  expect(report).toMatchObject({ status: 0, lines: [{ file: 'gaps.docx' }] })
  expect((await carveout('deadlines', '-o', 'deadlines.ics')).status).toBe(0)
  const nothing = await carveout('matrix', 'no-such-deployment', '-o', 'matrix.docx')
  expect(nothing.status).toBe(2)
  expect(nothing.stderr).toContain('There is no "no-such-deployment" in the register.')
})

test('an assistant that speaks MCP asks the register that was filled above, and gets the words with their place', async () => {
  const client = await assistant()
  const answer = await client.callTool({ name: 'search', arguments: { q: 'cap below 1M' } })
  await client.close()
  expect(JSON.stringify(answer.content)).toMatch(/clause 1, page 1/)
  expect(JSON.stringify(answer.content)).toMatch(/shall not exceed USD 500,000/)
})

describe('called wrongly: status 2 and a sentence', () => {
  test.each([
    [['extract'], /missing required argument/],
    [['frobnicate'], /unknown command/],
    [['extract', 'a.pdf', '--explain', 'weather'], /no term type "weather"/],
    [['assess', 'a.pdf', '--class', 'huge'], /"huge" is no class/],
    [['assess', 'a.pdf', '--class', 'low', '--date', 'tomorrow'], /"tomorrow" is no date/],
    [['import', 'nowhere'], /nothing at nowhere/],
  ])('carveout %j', async (args, sentence) => {
    const { status, stderr, lines } = await carveout(...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(sentence)
    expect(lines).toEqual([])
  })
})
