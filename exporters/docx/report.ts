import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { LogoPicture } from '#domain/register/document-style.ts'
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
  logo?: Logo
  /** Around the number of the page and of all pages: ["Page ", " of "]. */
  pages?: [string, string]
}

/** A picture at the head of the first page. */
export interface Logo extends LogoPicture {
  bytes: Uint8Array
}

/** In pixels of a screen, 96 to the inch. */
const LOGO = { width: 220, height: 56 }

function logoLine({ bytes, type, width, height }: Logo, alt: string): Paragraph {
  const scale = Math.min(1, LOGO.width / width, LOGO.height / height)
  return new Paragraph({
    // As high as the picture: a line of the body's height would cut it.
    spacing: { after: 200, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type,
        data: bytes,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: 'Logo', title: alt, description: alt },
      }),
    ],
  })
}

/** The bytes of a Word document with our styles and a footer: the same frame gives the same bytes. */
export async function report(frame: ReportFrame): Promise<Uint8Array> {
  const { title, organisation, orientation, locale, children, logo } = frame
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
        children: logo ? [logoLine(logo, organisation), ...children] : children,
      },
    ],
  })
  return dated(await Packer.toBuffer(document), frame.preparedOn)
}

function footer({ title, version, preparedOn, locale, orientation, pages }: ReportFrame): Footer {
  const [page, of] = pages ?? ['Page ', ' of ']
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth[orientation] }],
        children: [
          new TextRun([title, version, longDate(preparedOn, locale)].filter(Boolean).join(' · ')),
          new TextRun({ children: [`\t${page}`, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] }),
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
