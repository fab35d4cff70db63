import { z } from 'zod'
import { agreementById, agreements, insertAgreement, updateAgreement } from '#db/agreements.ts'
import type { Db } from '#db/connect.ts'
import { recordEvent } from '#db/events.ts'
import { insertListImport, type ListImport, listImport, removeListImport } from '#db/list-imports.ts'
import { insertVendor, updateVendor, vendorById, vendors } from '#db/vendors.ts'
import { guessKind, guessMapping, ListKind, listFields } from '#domain/lists/fields.ts'
import {
  ConflictRule,
  type Known,
  type MappedSheet,
  type PlannedLine,
  planLists,
} from '#domain/lists/plan.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { readSheets } from '#importers/lists/index.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'

/** From a spreadsheet to vendors and agreements: read, map, look at what would become of each line, take it in. */

/** @throws ImportError @returns the list's id */
export async function keepList(
  { db }: House,
  user: User,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<string> {
  const sheets = await readSheets(bytes, fileName)
  return insertListImport(db, { fileName, sheets, madeBy: user.email }, new Date())
}

export const ownList = ({ db }: House, user: User, id: string): Promise<ListImport | undefined> =>
  listImport(db, id, user.email)

/** How the sheets are read, as the address of the screen has it. */
export const Choices = z.object({
  conflict: ConflictRule.catch('stop'),
  numbers: z.enum(['as_each_says', 'point', 'comma']).catch('as_each_says'),
  days: z.enum(['as_each_says', 'day_month', 'month_day']).catch('as_each_says'),
  currency: z
    .union([
      z.literal(''),
      z
        .string()
        .toUpperCase()
        .regex(/^[A-Z]{3}$/),
    ])
    .catch(''),
})
export type Choices = z.infer<typeof Choices>

/** `s0=agreements`, `s0.title=3`: the kind of the first sheet and the column of its title; what is not said is guessed. */
export function mappedSheets({ sheets }: ListImport, asked: URLSearchParams): MappedSheet[] {
  return sheets.flatMap((sheet, i): MappedSheet[] => {
    const said = asked.get(`s${i}`)
    if (said === 'none') return []
    const kind = ListKind.safeParse(said).data ?? guessKind(sheet)
    // The columns of another kind are guessed anew.
    if (said !== kind) return [{ sheet, kind, mapping: guessMapping(kind, sheet.head) }]
    const mapping = Object.fromEntries(
      listFields[kind].flatMap(({ id }) => {
        const column = asked.get(`s${i}.${kind}.${id}`)
        return column === null || column === '' ? [] : [[id, Number(column)] as const]
      }),
    )
    return [
      { sheet, kind, mapping: Object.keys(mapping).length > 0 ? mapping : guessMapping(kind, sheet.head) },
    ]
  })
}

async function knownTo(db: Db): Promise<Known> {
  return {
    vendors: (await vendors(db)).map(({ id, slug, name }) => ({ id, ref: slug, name })),
    agreements: (await agreements(db)).map(({ id, slug, title, vendorId }) => ({
      id,
      ref: slug,
      title,
      vendorId,
    })),
  }
}

/** A dry run: what would become of each line. Changes nothing. */
export const planOf = async (
  { db }: House,
  sheets: MappedSheet[],
  choices: Choices,
): Promise<PlannedLine[]> => planLists(sheets, await knownTo(db), choices)

/**
 * Takes a list in, all lines or none.
 * @returns what was done; the sentence that says why nothing was when a line is bad or the list was taken meanwhile
 */
export async function takeList(
  { db }: House,
  user: User,
  list: ListImport,
  sheets: MappedSheet[],
  choices: Choices,
): Promise<{ ok: true; done: number } | { ok: false; why: string }> {
  return db.transaction().execute(async (trx) => {
    const planned = planLists(sheets, await knownTo(trx), choices)
    if (planned.some(({ does }) => does === 'bad'))
      return { ok: false, why: 'Some lines can’t be taken: see below. Nothing was changed.' }
    if (!(await removeListImport(trx, list.id))) return { ok: false, why: 'This list was taken in already.' }
    const vendorOf = new Map(
      (await vendors(trx)).flatMap(
        (v) =>
          [
            [v.slug, v.id],
            [key(v.name), v.id],
          ] as const,
      ),
    )
    for (const line of planned) await takeLine(trx, user, line, vendorOf, list.fileName)
    return { ok: true, done: planned.filter(({ does }) => does !== 'skip').length }
  })
}

const key = (name: string) => name.trim().toLowerCase()

async function takeLine(
  trx: Db,
  user: User,
  line: PlannedLine,
  vendorOf: Map<string, string>,
  fileName: string,
): Promise<void> {
  const told = (subject: 'vendor' | 'agreement', subjectId: string, action: string) =>
    recordEvent(trx, {
      actor: user.email,
      action,
      subject,
      subjectId,
      detail: { from: `${fileName}, ${line.sheet}, line ${line.line}` },
    })
  if (line.does === 'add_vendor') {
    const made = await insertVendor(trx, line.input)
    vendorOf.set(key(line.input.name), made.id)
    if (line.ref) vendorOf.set(line.ref, made.id)
    await told('vendor', made.id, 'added')
  } else if (line.does === 'update_vendor') {
    const vendor = await vendorById(trx, line.id)
    if (!vendor) return
    await updateVendor(trx, line.id, VendorInput.parse({ ...withoutNulls(vendor), ...line.changes }))
    await told('vendor', line.id, 'edited')
  } else if (line.does === 'add_agreement') {
    const vendorId = vendorOf.get(line.vendor) ?? vendorOf.get(key(line.vendor))
    if (!vendorId) throw new Error(`Nobody is known as ${line.vendor}.`)
    await told('agreement', await insertAgreement(trx, vendorId, line.input), 'added')
  } else if (line.does === 'update_agreement') {
    const agreement = await agreementById(trx, line.id)
    if (!agreement) return
    await updateAgreement(trx, line.id, AgreementInput.parse({ ...withoutNulls(agreement), ...line.changes }))
    await told('agreement', line.id, 'edited')
  }
}

/** Fields that are empty get their default. */
const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
