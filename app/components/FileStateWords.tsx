import type { AgreementFile } from '#domain/register/agreement.ts'
import { Text } from './Words.tsx'

/** What became of reading a paper, kept apart: no paper, waiting, failed, read but not confirmed, confirmed. */
export function FileStateWords(props: { file?: AgreementFile; terms: number; unreviewed: number }) {
  const { file, terms, unreviewed } = props
  if (!file) return <Text c="dimmed">no paper yet</Text>
  if (file.state === 'failed') return <Text c="var(--critical)">could not be read</Text>
  if (file.state !== 'read') return <Text c="dimmed">being read …</Text>
  return (
    <Text>
      {terms} terms{unreviewed > 0 ? `, ${unreviewed} not confirmed` : ', all confirmed'}
    </Text>
  )
}
