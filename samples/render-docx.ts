import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { dated } from '#exporters/docx/dated.ts'
import type { Block } from './source.ts'

/**
 * A Word file whose numbers are Word's own: the text has none, the numbering part counts them ("1.", "1.1", "(a)"), as it is
 * in most contracts that lawyers send.
 */
export async function renderDocx(blocks: Block[]): Promise<Uint8Array> {
  const level = (
    depth: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    left: number,
  ) => ({
    level: depth,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left, hanging: 500 } } },
  })
  const document = new Document({
    creator: 'Carveout samples',
    title: blocks.flatMap((b) => (b.kind === 'title' ? [b.text] : []))[0],
    numbering: {
      config: [
        {
          reference: 'clauses',
          levels: [
            level(0, LevelFormat.DECIMAL, '%1.', 500),
            level(1, LevelFormat.DECIMAL, '%1.%2', 500),
            level(2, LevelFormat.LOWER_LETTER, '(%3)', 1000),
          ],
        },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
                    size: 18,
                  }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap(paragraph),
      },
    ],
  })
  return dated(await Packer.toBuffer(document), '2026-01-05')
}

function paragraph(block: Block): Paragraph[] {
  const spacing = { after: 140 }
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          text: block.text,
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          spacing,
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          text: block.text.replace(/^\d+\.\s/, ''),
          heading: HeadingLevel.HEADING_1,
          numbering: { reference: 'clauses', level: 0 },
          spacing,
        }),
      ]
    case 'clause':
      return [
        new Paragraph({ text: block.text, numbering: { reference: 'clauses', level: block.level }, spacing }),
      ]
    case 'paragraph':
      return [new Paragraph({ text: block.text, spacing })]
    case 'table':
      return block.rows.map((row) => new Paragraph({ text: row.join('\t'), spacing }))
  }
}
