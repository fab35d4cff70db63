import { Anchor, Button, Group, NativeSelect, Text, Title } from '@mantine/core'
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
import { KeysHelp } from './review/KeysHelp.tsx'
import { ReviewWords } from './review/ReviewWords.tsx'

interface Props {
  agreement: Agreement
  file?: AgreementFile
  files: AgreementFile[]
  review: ReviewState
  asText: boolean
}

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
  return (
    <Group className={classes.head} justify="space-between" gap="sm">
      <div>
        <Title order={1} size="h2">
          {agreement.title}
        </Title>
        <Text size="sm" c="dimmed">
          <Anchor component={Link} to={`/vendors/${agreement.vendorSlug}`} inherit>
            {agreement.vendorName}
          </Anchor>
          {` · ${agreementKindTitles[agreement.kind]} · ${agreementStatusTitles[agreement.status]}`}
          {agreement.signedOn && ` · signed ${date(agreement.signedOn)}`}
          {agreement.effectiveOn && ` · in effect from ${date(agreement.effectiveOn)}`}
          {' · '}
          <ReviewWords review={review} />
        </Text>
      </div>
      <Group gap="xs">
        <KeysHelp />
        {files.length > 1 && (
          <NativeSelect
            aria-label="Version"
            size="xs"
            value={String(file?.version ?? '')}
            onChange={(event) => navigate(withParam('version', event.currentTarget.value))}
            data={files.map((f) => ({ value: String(f.version), label: `Version ${f.version}` }))}
          />
        )}
        {file?.format === 'pdf' && (
          <Button
            component={Link}
            to={withParam('view', asText ? '' : 'text')}
            size="compact-sm"
            variant="default"
          >
            {asText ? 'Show the page' : 'Show the text'}
          </Button>
        )}
        {file && (
          <Button
            component="a"
            href={`/agreements/${agreement.slug}/original?version=${file.version}`}
            size="compact-sm"
            variant="default"
          >
            Original
          </Button>
        )}
        <Button
          component="a"
          href={`/agreements/${agreement.slug}/gaps.docx`}
          size="compact-sm"
          variant="default"
        >
          Gap report (Word)
        </Button>
        <Button
          component="a"
          href={`/agreements/${agreement.slug}/negotiation.docx`}
          size="compact-sm"
          variant="default"
        >
          Negotiation list (Word)
        </Button>
        <Button
          component={Link}
          to={`/agreements/${agreement.slug}/versions`}
          size="compact-sm"
          variant="default"
        >
          Versions
        </Button>
        <Button
          component={Link}
          to={`/agreements/${agreement.slug}/edit`}
          size="compact-sm"
          variant="default"
        >
          Edit
        </Button>
        <Button component={Link} to={`/upload?agreement=${agreement.id}`} size="compact-sm" variant="default">
          New version
        </Button>
      </Group>
    </Group>
  )
}
