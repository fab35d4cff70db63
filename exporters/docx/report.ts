import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { longDate } from '../format.ts'
import { dated } from './dated.ts'
import { colours } from './parts.ts'

export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** On every machine, or with a twin of the same widths. */
const FONT = 'Arial'

const A4 = { width: 11906, height: 16838 }
const MARGIN = 1134

/** What is left between the margins of an A4 page. */
export const textWidth = { portrait: A4.width - 2 * MARGIN, landscape: A4.height - 2 * MARGIN }

export interface ReportFrame {
  title: string
  organisation: string
  orientation: 'portrait' | 'landscape'
  /** ISO date. */
  preparedOn: string
  /** What the footer says between title and day: "Version 3". */
  version?: string
  locale: string
  children: FileChild[]
}

/** The bytes of a Word document with our styles and a footer: the same frame gives the same bytes. */
export async function report(frame: ReportFrame): Promise<Uint8Array> {
  const { title, organisation, orientation, locale, children } = frame
  const document = new Document({
    title,
    creator: organisation,
    lastModifiedBy: organisation,
    styles: styles(locale),
    sections: [
      {
        properties: {
          page: {
            size: {
              ...A4,
              orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, footer: 567 },
          },
        },
        footers: { default: footer(frame) },
        children,
      },
    ],
  })
  return dated(await Packer.toBuffer(document), frame.preparedOn)
}

function footer({ title, version, preparedOn, locale, orientation }: ReportFrame): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth[orientation] }],
        children: [
          new TextRun([title, version, longDate(preparedOn, locale)].filter(Boolean).join(' · ')),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

const styles = (locale: string) => ({
  // In the style and not in the runs, or the page numbers keep the size of the body in some word processors.
  paragraphStyles: [
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: colours.soft } },
  ],
  default: {
    document: {
      run: { font: FONT, size: 20, color: colours.ink, language: { value: locale } },
      paragraph: { spacing: { line: 264 } },
    },
    title: {
      run: { font: FONT, size: 38, bold: true, color: colours.ink },
      paragraph: { spacing: { after: 160 } },
    },
    heading1: {
      run: { font: FONT, size: 26, bold: true, color: colours.accent },
      paragraph: { spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { font: FONT, size: 21, bold: true, color: colours.ink },
      paragraph: { spacing: { before: 260, after: 80 } },
    },
  },
})
