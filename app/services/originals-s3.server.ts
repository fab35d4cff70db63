import { GetObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { type Originals, sha256Of } from './originals.server.ts'

/**
 * Originals in an S3-compatible store: `s3://bucket/folder?endpoint=https://…&region=…`, both parts of the query
 * optional. Whoever runs it gives the keys in the ways that the AWS SDK knows: AWS_ACCESS_KEY_ID and
 * AWS_SECRET_ACCESS_KEY, a profile, or the machine's role.
 */
export function s3Originals(place: string): Originals {
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
  const keyOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hex.')
    return [folder, sha256.slice(0, 2), sha256.slice(2)].filter(Boolean).join('/')
  }

  const has = async (sha256: string) => {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }))
      return true
    } catch (error) {
      if (error instanceof NotFound) return false
      throw error
    }
  }

  return {
    has,
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      if (await has(sha256)) return sha256
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(sha256),
          Body: bytes,
          ContentType: 'application/octet-stream',
        }),
      )
      return sha256
    },
    async get(sha256) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }))
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? [])
      if (sha256Of(bytes) !== sha256)
        throw new Error(`The stored original ${sha256} no longer matches its hash.`)
      return bytes
    },
  }
}
