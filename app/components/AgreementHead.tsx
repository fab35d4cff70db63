import { Button, Group, Menu, NativeSelect, Title } from '@mantine/core'
import { Link, useNavigate, useSearchParams } from '@remix-run/react'
import {
  type Agreement,
  type AgreementFile,
  agreementKindTitles,
  agreementStatusTitles,
} from '#domain/register/agreement.ts'
import type { ReviewState } from '#domain/review/review-state.ts'
import classes from './Agreement.module.css'
import { useFormat } from './format.ts'
import { BenchKeys } from './review/KeysHelp.tsx'
import { ReviewWords } from './review/ReviewWords.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  agreement: Agreement
  file?: AgreementFile
  files: AgreementFile[]
  review: ReviewState
  asText: boolean
}

/** Whose paper it is, where its review stands, and what can be done with the whole of it. */
export function AgreementHead({ agreement, file, files, review, asText }: Props) {
  const { date } = useFormat()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const withParam = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    return `?${next}`
  }
  const base = `/agreements/${agreement.slug}`
  return (
    <Group className={classes.head} justify="space-between" gap="sm" wrap="nowrap">
      <div>
        <Title order={1} size="h2">
          <Anchor to={base + (search.size > 0 ? `?${search}` : '')} inherit c="inherit">
            {agreement.title}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed">
          <Anchor to={`/vendors/${agreement.vendorSlug}`} inherit>
            {agreement.vendorName}
          </Anchor>
          {` · ${agreementKindTitles[agreement.kind]} · ${agreementStatusTitles[agreement.status]}`}
          {agreement.signedOn && ` · signed ${date(agreement.signedOn)}`}
          {agreement.effectiveOn && ` · in effect from ${date(agreement.effectiveOn)}`}
          {' · '}
          <ReviewWords review={review} />
        </Text>
      </div>
      <Group gap="xs" className={classes.headActions}>
        <BenchKeys />
        {files.length > 1 && (
          <NativeSelect
            aria-label="Version"
            size="xs"
            value={String(file?.version ?? '')}
            onChange={(event) => navigate(withParam('version', event.currentTarget.value))}
            data={files.map((f) => ({ value: String(f.version), label: `Version ${f.version}` }))}
          />
        )}
        <Button component={Link} to={`${base}/versions`} size="compact-sm" variant="default">
          Compare
        </Button>
        <Button component="a" href={`${base}/negotiation.docx`} size="compact-sm" variant="default">
          Negotiation list
        </Button>
        <Menu position="bottom-end" width={230}>
          <Menu.Target>
            <Button size="compact-sm" variant="default">
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {file?.format === 'pdf' && (
              <Menu.Item component={Link} to={withParam('view', asText ? '' : 'text')}>
                {asText ? 'Show the printed page' : 'Show the text alone'}
              </Menu.Item>
            )}
            {file && (
              <Menu.Item component="a" href={`${base}/original?version=${file.version}`}>
                Original file
              </Menu.Item>
            )}
            <Menu.Item component="a" href={`${base}/gaps.docx`}>
              Gap report (Word)
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item component={Link} to={`/upload?agreement=${agreement.id}`}>
              Upload a new version
            </Menu.Item>
            <Menu.Item component={Link} to={`/vendors/${agreement.vendorSlug}/family`}>
              Its family of papers
            </Menu.Item>
            <Menu.Item component={Link} to={`${base}/edit`}>
              Edit what it is
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  )
}
