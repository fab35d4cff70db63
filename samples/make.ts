/** `npm run samples`: makes the files in `files/` from the sources in `agreements/`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderDocx } from './render-docx.ts'
import { renderPdf, renderScan } from './render-pdf.ts'
import { type Block, parseSource } from './source.ts'

const files: Record<string, (blocks: Block[]) => Promise<Uint8Array>> = {
  'corvane-msa.pdf': (blocks) => renderPdf(blocks),
  'corvane-dpa.pdf': (blocks) => renderPdf(blocks),
  'corvane-order-form.pdf': (blocks) => renderPdf(blocks),
  'corvane-amendment-1.pdf': (blocks) => renderPdf(blocks),
  'lumenfold-enterprise.pdf': (blocks) => renderPdf(blocks),
  'lumenfold-ai-addendum.docx': renderDocx,
  'lumenfold-sla.pdf': (blocks) => renderPdf(blocks, { columns: 2 }),
  'quillmark-api-terms.pdf': (blocks) => renderPdf(blocks),
  'tessaline-nda-scan.pdf': renderScan,
}

const here = import.meta.dirname
mkdirSync(path.join(here, 'files'), { recursive: true })
for (const [name, render] of Object.entries(files)) {
  const source = name.replace(/(?:-scan)?\.\w+$/, '.md')
  const blocks = parseSource(readFileSync(path.join(here, 'agreements', source), 'utf8'))
  const bytes = await render(blocks)
  writeFileSync(path.join(here, 'files', name), bytes)
  console.log(`${name} ${Math.round(bytes.length / 1000)} KB`)
}
