import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { House } from '../house.server.ts'
import type { UploadedFile } from '../incoming.server.ts'
import type { Right } from '../permissions.ts'
import type { Report } from '../reports.server.ts'
import { localDay } from '../today.server.ts'
import type { User } from '../user.server.ts'

/** What an operation is handed: everything checked against its schemas, and its right against the table. */
export interface Call<Q, B> {
  house: House
  user: User
  /** The id or the readable address part of the thing that the path names; '' where it names none. */
  id: string
  query: Q
  body: B
  /** Those of the form; [] for an operation that takes none. */
  files: UploadedFile[]
}

/**
 * One thing that can be asked of the API. The list of them is the whole of it: routing, checks, permission and the OpenAPI
 * document come from here.
 */
export interface Operation<Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  /** Lasting name, "listVendors". */
  id: string
  method: 'get' | 'post' | 'patch'
  /** Below /api/v1, with `{id}` for the thing it is about. */
  path: `/${string}`
  tag: 'Vendors' | 'Agreements' | 'Deployments' | 'Governance' | 'Deadlines' | 'Search'
  summary: string
  right: Right
  query?: Q
  /** JSON, or the fields of a form whose part `file`, once or more, are files where `files` is set. */
  body?: B
  files?: true
  answer: { status: 200 | 201; schema: z.ZodType } | { status: 200; mime: string }
  run(call: Call<z.output<Q>, z.output<B>>): Promise<unknown>
}

/** Types the parts of an operation against each other; returns its argument. */
export const operation = <Q extends z.ZodObject, B extends z.ZodType>(
  one: Operation<Q, B>,
): Operation<Q, B> => one

/** A file as an operation gives it; one that may be large as a stream, with its size in bytes. */
export type FileAnswer = Report | (Omit<Report, 'bytes'> & { bytes: Readable; size: number })

/** For operations without a query: anything given is passed over. */
export const NoQuery = z.object({})

/** The day something is held for. */
export const Dated = z.object({
  date: z.iso
    .date('Write the date as 2026-12-31.')
    .optional()
    .describe('The day it is held for; today when left out.'),
})

export const dayOf = ({ date }: z.infer<typeof Dated>): string => date ?? localDay()

/** The fields of a schema, each of them left out at will: what a PATCH takes. */
export const patchOf = (schema: z.ZodObject) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [
        name,
        (field instanceof z.ZodDefault ? z.optional(field.unwrap()) : z.optional(field)) as z.ZodType,
      ]),
    ),
  )
