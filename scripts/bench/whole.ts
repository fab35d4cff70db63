import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { insertPolicyVersion } from '#db/policy.ts'
import { incorporated, incorporatedKey } from '#domain/document/incorporated.ts'
import { readTerms } from '#domain/reading/read.ts'
import { importDocument } from '#importers/index.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { makeAllFigures } from '../../app/services/search/figures.server.ts'
import { makeIndex } from '../../app/services/search/make-index.server.ts'
import { reckonAll } from '../../app/services/standing/keep.server.ts'
import { localDay } from '../../app/services/today.server.ts'
import { createChance } from './chance.ts'
import { measureCosts, measureWaiting, type PageCost, type PageKind, type Waiting } from './pages.ts'
import { generatePapers } from './papers.ts'
import { seconds } from './reading.ts'
import { createFiller, type ReadPaper, type Size } from './register.ts'
import { startBenchServer } from './server.ts'

/** A whole register in several sizes, served as `npm start` serves it. */

const root = path.join(import.meta.dirname, '..', '..')

export interface SizeFigures extends Size {
  reassess_all_s: number
  /** Processor time of it. */
  reassess_cpu_s: number
  pages: Record<PageKind, PageCost>
  server_peak_mb: number
}

/** How long people wait for pages, by how many processes serve. */
export interface Served {
  processes: number
  waiting: Record<PageKind, Waiting>
  peak_mb: number
}

interface Options {
  sizes: Size[]
  /** How many different texts are read; the register has each of them many times. */
  papers: number
  /** How long the users stay. */
  secondsOfUsers: number
  tell(words: string): void
}

/** In the database that DATABASE_URL names, which must be empty; in a folder that is gone afterwards without one. */
export async function measureRegister({
  sizes,
  papers,
  secondsOfUsers,
  tell,
}: Options): Promise<{ sizes: SizeFigures[]; served: Served[] }> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'carveout-bench-'))
  const databaseUrl = process.env.DATABASE_URL
  const config = { dataFolder, databaseUrl }
  const house = await openHouse(config, { root, log: pino({ level: 'error' }), work: false })
  try {
    const read = await readPapers(papers)
    tell(`${read.length} different papers read`)
    await makeIndex(house)
    const filler = createFiller(house, read, localDay())
    const figures: SizeFigures[] = []
    for (const size of sizes) {
      const filled = await seconds(() => filler.upTo(size))
      tell(`filled up to ${size.agreements} agreements in ${Math.round(filled)} s`)
      await makeAllFigures(house)
      await reckonAll(house, localDay())
      const cpu = process.cpuUsage()
      const reassess_all_s = await reassessAll(house)
      const { user, system } = process.cpuUsage(cpu)
      const reassess_cpu_s = (user + system) / 1e6
      tell(
        `every deployment assessed again in ${reassess_all_s.toFixed(1)} s, ${reassess_cpu_s.toFixed(1)} s cpu`,
      )
      const server = await startBenchServer({ CARVEOUT_DATA: dataFolder })
      const pages = await measureCosts(server, await pathsOf(house))
      figures.push({ ...size, reassess_all_s, reassess_cpu_s, pages, server_peak_mb: server.peakMb() })
      await server.stop()
    }
    const served: Served[] = []
    const paths = await pathsOf(house)
    for (const processes of new Set([1, availableParallelism()])) {
      const server = await startBenchServer({ CARVEOUT_DATA: dataFolder, WEB_PROCESSES: String(processes) })
      const waiting = await measureWaiting(server, paths, secondsOfUsers)
      served.push({ processes, waiting, peak_mb: server.peakMb() })
      await server.stop()
    }
    return { sizes: figures, served }
  } finally {
    await house.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** A new version of the rules that says something new about every class: each deployment is assessed by it. */
async function reassessAll(house: House): Promise<number> {
  const { current, number } = house.policy
  const rules = current.playbook.rules.map((rule) => ({ ...rule, why: `${rule.why} Version ${number}.` }))
  await insertPolicyVersion(house.db, {
    number: number + 1,
    content: { ...current, playbook: { ...current.playbook, rules } },
    note: 'Of the benchmark.',
    draftedBy: [],
    publishedBy: 'bench',
    aloneReason: null,
  })
  await house.policy.refresh()
  return seconds(() => reckonAll(house, localDay()))
}

async function readPapers(count: number): Promise<ReadPaper[]> {
  const papers: ReadPaper[] = []
  for (const { kind, bytes } of await generatePapers(count)) {
    const document = await importDocument(bytes)
    const named = incorporated(document).map((one) => ({ ...one, key: incorporatedKey(one.name) }))
    papers.push({ kind, document, reading: readTerms(document), named })
  }
  return papers
}

/** What the users open: pages of many agreements, pairs of them side by side, and questions that find much and little. */
async function pathsOf({ db }: House): Promise<Record<PageKind, string[]>> {
  const chance = createChance(3)
  const slugs = (await db.selectFrom('agreement').select('slug').orderBy('slug').execute()).map((a) => a.slug)
  const some = Array.from({ length: 40 }, () => chance.of(slugs))
  return {
    dashboard: ['/'],
    agreement: some.map((slug) => `/agreements/${slug}`),
    comparison: some.map((slug) => `/compare?of=${slug},${chance.of(slugs)}&class=high`),
    search: [
      'limitation of liability',
      'indemnity',
      'sub-processor objection',
      '"data breach"',
      'notice longer than 60 days',
      'assistant 17',
    ].map((question) => `/search?${new URLSearchParams({ q: question })}`),
  }
}
