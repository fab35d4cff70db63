/** The sources in `agreements/` are a small part of Markdown: headings, paragraphs, numbered clauses and tables. */
export type Block =
  | { kind: 'title' | 'heading' | 'paragraph'; text: string }
  | { kind: 'clause'; number: string; text: string; level: 1 | 2 }
  | { kind: 'table'; rows: string[][] }

export function parseSource(markdown: string): Block[] {
  const blocks: Block[] = []
  for (const line of markdown.split('\n')) {
    const text = curly(line.trim())
    if (!text) continue
    if (text.startsWith('|')) {
      if (/^\|[\s|-]+\|$/.test(text)) continue
      const row = text
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
      const last = blocks.at(-1)
      if (last?.kind === 'table') last.rows.push(row)
      else blocks.push({ kind: 'table', rows: [row] })
    } else if (text.startsWith('# ')) blocks.push({ kind: 'title', text: text.slice(2) })
    else if (text.startsWith('## ')) blocks.push({ kind: 'heading', text: text.slice(3) })
    else {
      const numbered = /^(\d+(?:\.\d+)?\.?|\([a-z]\))\s(.*)$/.exec(text)
      if (numbered?.[1] && numbered[2])
        blocks.push({
          kind: 'clause',
          number: numbered[1],
          text: numbered[2],
          level: numbered[1].startsWith('(') ? 2 : 1,
        })
      else blocks.push({ kind: 'paragraph', text })
    }
  }
  return blocks
}

/** Straight quotes as a typesetter sets them. */
const curly = (text: string) =>
  text
    .replace(/(^|[\s([])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(\w)'(\w|\s|$)/g, '$1’$2')
    .replaceAll("'", '’')
