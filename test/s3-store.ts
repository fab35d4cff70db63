import type { AddressInfo } from 'node:net'
import S3rver from 's3rver'

/** An S3-compatible store with one bucket in a folder. @returns its address as BLOB_STORE has it, and what ends it */
export async function startStore(directory: string): Promise<{ address: string; close(): Promise<void> }> {
  process.env.AWS_ACCESS_KEY_ID = 'S3RVER'
  process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER'
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'contracts', configs: [] }],
  })
  const { port } = (await server.run()) as AddressInfo
  return {
    address: `s3://contracts/originals?endpoint=http://127.0.0.1:${port}`,
    close: () => server.close(),
  }
}
