import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { z } from 'zod'
import { AgreementKind } from '#domain/reading/kind.ts'
import type { House } from './house.server.ts'
import { incomingFolder, toDisk, type UploadedFile } from './incoming.server.ts'
import { isDiskFull } from './originals/shelf.server.ts'
import type { User } from './user.server.ts'

const Fields = z.object({
  vendor: z.string().trim().max(200).optional(),
  kind: z.union([z.literal(''), AgreementKind]).optional(),
  agreement: z.string().optional(),
})

interface Upload {
  files: UploadedFile[]
  fields: { vendor?: string; kind?: AgreementKind; agreementId?: string }
  /** Removes what lay aside; to be called whatever happens. */
  release(): Promise<void>
}

/** Why an upload was not taken, as a sentence. */
export interface Refused {
  error: string
  status: 400 | 413 | 507
}

const diskFull: Refused = {
  error: 'The disk of the server is full. Ask whoever runs it to make room, then upload the file again.',
  status: 507,
}

/**
 * Files and fields of an upload form, or what is wrong with it. Files go to the disk as they stream in, one after the other,
 * and nothing of them stays when one is too large or the connection is cut. Never throws on bad input.
 * @param folder the data folder
 */
export async function parseUpload(request: Request, folder: string): Promise<Upload | Refused> {
  const aside: string[] = []
  const release = async () => {
    await Promise.all(aside.map((file) => rm(file, { force: true })))
  }
  const files: UploadedFile[] = []
  const field = memoryUploadHandler({ maxPartSize: 10_000 })
  const refuse = async (error: string, status: Refused['status'] = 400): Promise<Refused> => {
    await release()
    return { error, status }
  }
  await mkdir(incomingFolder(folder), { recursive: true, mode: 0o700 })
  let form: FormData
  try {
    form = await parseMultipartFormData(request, async (part) => {
      if (part.filename === undefined) return field(part)
      // A browser sends an empty part for a field of files that nobody was chosen for.
      const to = path.join(incomingFolder(folder), `${randomUUID()}.part`)
      aside.push(to)
      const file = await toDisk(part, to)
      if (part.name === 'file' && file.fileName) files.push(file)
      return undefined
    })
  } catch (error) {
    if (error instanceof Response) return refuse(await error.text(), 413)
    if (error instanceof MaxPartSizeExceededError)
      return refuse(
        'A file is larger than 100 MB. Split it, or save it with smaller pictures, and upload it again.',
        413,
      )
    if (isDiskFull(error)) return refuse(diskFull.error, diskFull.status)
    return refuse('The upload was cut off or is no form with files. Choose the files again.')
  }
  if (files.length === 0) return refuse('Choose at least one file.')
  const fields = Fields.safeParse(Object.fromEntries(form))
  if (!fields.success) return refuse('The vendor or the kind of agreement is not one that can be chosen.')
  return {
    files,
    fields: {
      vendor: fields.data.vendor || undefined,
      kind: fields.data.kind || undefined,
      agreementId: fields.data.agreement || undefined,
    },
    release,
  }
}

/** Takes the files of an upload form into the register. @returns ids of the files, once their bytes and rows are safe */
export async function takeUpload(
  request: Request,
  { house, user }: { house: House; user: Pick<User, 'email'> },
): Promise<{ ids: string[] } | Refused> {
  const upload = await parseUpload(request, house.config.dataFolder)
  if ('error' in upload) return upload
  try {
    const ids: string[] = []
    for (const file of upload.files) {
      const accepted = await house.intake.accept({
        fileName: file.fileName,
        bytes: file.path,
        ...upload.fields,
        actor: user.email,
      })
      ids.push(accepted.file.id)
    }
    return { ids }
  } catch (error) {
    if (!isDiskFull(error)) throw error
    house.log.error({ err: error }, 'the disk is full')
    return diskFull
  } finally {
    await upload.release()
  }
}
