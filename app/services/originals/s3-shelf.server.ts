import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  NotFound,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { checkKey, type Shelf } from './shelf.server.ts'

/**
 * Originals in an S3-compatible store: `s3://bucket/folder?endpoint=https://…&region=…`, both parts of the query
 * optional. Whoever runs it gives the keys in the ways that the AWS SDK knows: AWS_ACCESS_KEY_ID and
 * AWS_SECRET_ACCESS_KEY, a profile, or the machine's role.
 */
export function s3Shelf(place: string): Shelf {
  const { hostname: bucket, pathname, searchParams } = new URL(place)
  const endpoint = searchParams.get('endpoint') ?? undefined
  const client = new S3Client({
    region: searchParams.get('region') ?? 'us-east-1',
    endpoint,
    // Stores other than Amazon's answer under one name, with the bucket in the path.
    forcePathStyle: endpoint !== undefined,
    // Each original is checked against its own SHA-256 when it is read; not every store knows the SDK's checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const folder = pathname.replace(/^\/|\/$/g, '')
  const keyOf = (key: string) => [folder, checkKey(key).slice(0, 2), key.slice(2)].filter(Boolean).join('/')

  const has = async (key: string) => {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(key) }))
      return true
    } catch (error) {
      if (error instanceof NotFound) return false
      throw error
    }
  }

  return {
    has,
    async write(key, bytes) {
      // In parts of 5 MB, each of them tried again by itself; the object is there once the last has come.
      await new Upload({
        client,
        params: {
          Bucket: bucket,
          Key: keyOf(key),
          Body: Readable.from(bytes, { objectMode: false }),
          ContentType: 'application/octet-stream',
        },
      }).done()
    },
    async read(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(key) }))
      if (!(Body instanceof Readable)) throw new Error(`The store gave nothing for ${key}.`)
      return Body
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(key) }))
    },
    /** The bucket is there and these keys may enter it; writing is tried by the next upload. */
    writable: () =>
      client.send(new HeadBucketCommand({ Bucket: bucket })).then(
        () => true,
        () => false,
      ),
  }
}
