import {
  unstable_composeUploadHandlers as composeUploadHandlers,
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as memoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { z } from 'zod'
import { AgreementKind } from '#domain/reading/kind.ts'

/** Bytes a file may have; larger ones are refused while they stream in. */
export const maxUploadBytes = 100_000_000

const Fields = z.object({
  vendor: z.string().trim().max(200).optional(),
  kind: z.union([z.literal(''), AgreementKind]).optional(),
  agreement: z.string().optional(),
})

export interface UploadedFile {
  fileName: string
  bytes: Uint8Array
}

export type ParsedUpload =
  | { error: string }
  | {
      files: UploadedFile[]
      fields: { vendor?: string; kind?: AgreementKind; agreementId?: string }
    }

/** Files and fields of an upload form, or a sentence on what is wrong with it. Never throws on bad input. */
export async function parseUpload(request: Request): Promise<ParsedUpload> {
  let form: FormData
  try {
    form = await parseMultipartFormData(
      request,
      composeUploadHandlers(memoryUploadHandler({ maxPartSize: maxUploadBytes })),
    )
  } catch (error) {
    return {
      error:
        error instanceof MaxPartSizeExceededError
          ? 'A file is larger than 100 MB. Split it, or save it with smaller pictures, and upload it again.'
          : 'The upload was cut off or is no form with files. Choose the files again.',
    }
  }
  const sent = form.getAll('file').filter((part): part is File => part instanceof File && part.name !== '')
  if (sent.length === 0) return { error: 'Choose at least one file.' }
  const fields = Fields.safeParse(
    Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  )
  if (!fields.success) return { error: 'The vendor or the kind of agreement is not one that can be chosen.' }
  return {
    files: await Promise.all(
      sent.map(async (file) => ({
        fileName: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
    fields: {
      vendor: fields.data.vendor || undefined,
      kind: fields.data.kind || undefined,
      agreementId: fields.data.agreement || undefined,
    },
  }
}
