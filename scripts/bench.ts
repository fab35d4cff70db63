/**
 * How fast it is, as ratios and percentiles: `npm run bench [-- --json FILE] [--only NAME] [--pdfs FOLDER]`. Without a folder the
 * engine is measured with generated papers. The register is in SQLite, or in the empty database that DATABASE_URL names.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { pageKinds, pagesAVisit, secondsOnAPage, users } from './bench/pages.ts'
import { generatePapers } from './bench/papers.ts'
import { measureReading, measureReadingGrowth, readingParts } from './bench/reading.ts'
import { measureRegister, type Served, type SizeFigures } from './bench/whole.ts'

const parts = [...readingParts, 'growth', 'pages_p95_ms', 'reassess_all_s'] as const
type Part = (typeof parts)[number]

const options = new Command()
  .option('--json <file>', 'write the figures to a file as well')
  .option('--only <name>', `one of ${parts.join(', ')}`)
  .option('--pdfs <folder>', 'measure the engine with these PDFs')
  .option('--agreements <count>', 'of the register at its largest', Number, 10_000)
  .parse()
  .opts<{ json?: string; only?: Part; pdfs?: string; agreements: number }>()
if (options.only && !parts.includes(options.only)) {
  console.error(`There is no part "${options.only}"; there are ${parts.join(', ')}.`)
  process.exit(2)
}
const wanted = (...some: Part[]) => !options.only || some.includes(options.only)
const tell = (words: string) => console.error(words)

const files = options.pdfs
  ? readdirSync(options.pdfs)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => new Uint8Array(readFileSync(path.join(options.pdfs ?? '', name))))
  : (await generatePapers(40)).map(({ bytes }) => new Uint8Array(bytes))

const ratios = wanted(...readingParts) ? await measureReading(files, wanted) : {}
const growth = wanted('growth') ? await measureReadingGrowth(files) : {}
const { sizes, served } = wanted('pages_p95_ms', 'reassess_all_s', 'growth')
  ? await measureRegister({
      sizes: [options.agreements / 10, options.agreements].map((agreements) => ({
        agreements,
        deployments: agreements / 20,
      })),
      papers: 150,
      secondsOfUsers: 45,
      tell,
    })
  : { sizes: [], served: [] }
const [small, large] = sizes
if (small && large) {
  const times = `${large.agreements}_vs_${small.agreements}_agreements`
  growth[`reassess_${times}`] = large.reassess_cpu_s / small.reassess_cpu_s
  for (const kind of pageKinds) growth[`${kind}_${times}`] = large.pages[kind].cpu / small.pages[kind].cpu
}

const figures = {
  machine: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, Node ${process.version}`,
  database: process.env.DATABASE_URL ? 'PostgreSQL' : 'SQLite',
  ratios,
  ...(large && {
    pages_p95_ms: Object.fromEntries(pageKinds.map((kind) => [kind, served.at(-1)?.waiting[kind].p95])),
    reassess_all_s: large.reassess_all_s,
  }),
  ...(Object.keys(growth).length > 0 && { growth }),
  ...(sizes.length > 0 && { sizes, served }),
  peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
}

const line = (name: string, ...values: (string | number)[]) =>
  console.log(name.padEnd(48) + values.map((value) => String(value).padStart(8)).join(''))
console.log(`${figures.machine}, ${figures.database}`)
for (const [name, value] of Object.entries({ ...ratios, ...growth })) line(name, value.toFixed(2))
for (const size of sizes) printSize(size)
for (const one of served) printServed(one)
line('peak_rss_mb', figures.peak_rss_mb)
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)

function printSize(size: SizeFigures): void {
  console.log(`\n${size.agreements} agreements, ${size.deployments} deployments`)
  line('reassess_all_s', size.reassess_all_s.toFixed(1))
  line('reassess_cpu_s', size.reassess_cpu_s.toFixed(1))
  line('server_peak_mb', size.server_peak_mb)
  line('pages, ms and kB', 'alone', 'cpu', 'data cpu', 'most/s', 'kB')
  for (const kind of pageKinds) {
    const { alone, cpu, data_cpu, mostASecond, kb } = size.pages[kind]
    line(`  ${kind}`, alone, cpu, data_cpu, mostASecond, kb)
  }
}

function printServed({ processes, waiting, peak_mb }: Served): void {
  const who = `${users} users, ${secondsOnAPage} s on a page, 1st of ${pagesAVisit} a document`
  console.log(`\n${processes === 1 ? 'One process' : `${processes} processes`}, ${peak_mb} MB: ${who}`)
  line('pages, ms', 'p50', 'p95', 'p99', '1st p95')
  for (const kind of pageKinds) {
    const { p50, p95, p99, document_p95 } = waiting[kind]
    line(`  ${kind}`, p50, p95, p99, document_p95)
  }
}
