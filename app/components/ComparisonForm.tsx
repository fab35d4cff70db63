import { Button, Group, NativeSelect } from '@mantine/core'
import { Form } from '@remix-run/react'

export interface ComparisonFormProps {
  files: { version: number }[]
  to?: { version: number }
  from?: { version: number }
  other?: { slug: string; title: string; template: boolean }
  /** What it can be held beside, our templates first. */
  papers: { slug: string; title: string; vendor: string; template: boolean }[]
}

/** Which two papers are compared; the choice stands in the address. */
export function ComparisonForm({ files, to, from, other, papers }: ComparisonFormProps) {
  const versions = files.map((file) => ({ value: String(file.version), label: `Version ${file.version}` }))
  return (
    <Form method="get" data-screen-only key={`${other?.slug} ${from?.version} ${to?.version}`}>
      <Group align="flex-end" gap="xs">
        <NativeSelect
          name="against"
          label="Hold it beside"
          size="xs"
          defaultValue={other?.slug ?? ''}
          data={[
            { value: '', label: 'an earlier version of this paper' },
            ...papers.map((one) => ({
              value: one.slug,
              label: `${one.template ? 'Our template: ' : ''}${one.title} (${one.vendor})`,
            })),
          ]}
        />
        {versions.length > 1 && !other && (
          <NativeSelect
            name="from"
            label="From"
            size="xs"
            data={versions}
            defaultValue={String(from?.version ?? '')}
          />
        )}
        {versions.length > 1 && (
          <NativeSelect
            name="to"
            label={other ? 'This paper in' : 'To'}
            size="xs"
            data={versions}
            defaultValue={String(to?.version ?? '')}
          />
        )}
        <Button type="submit" size="xs">
          Compare
        </Button>
      </Group>
    </Form>
  )
}
