import { Alert, Button, Group, NativeSelect, Select, Stack } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { Form, useNavigate, useNavigation, useSearchParams } from '@remix-run/react'
import { useRef, useState } from 'react'
import { agreementKindTitles } from '#domain/register/agreement.ts'
import { type PaperChoices, usePapers, type VendorChoices } from './paper-choice.ts'
import classes from './Upload.module.css'
import { VendorNameField } from './VendorNameField.tsx'
import { Text } from './Words.tsx'

interface Props {
  vendors: VendorChoices
  papers: PaperChoices
  /** Agreement that gets a new version, when the page was opened from one. */
  into: string
  /** What was wrong with the form that was posted without JavaScript. */
  error?: string
}

/** Drop or choose files. Without JavaScript it is a plain form that posts them all at once. */
export function UploadForm({ vendors, papers, into, error }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const navigation = useNavigation()
  const [sending, setSending] = useState<{ done: number; total: number } | null>(null)
  const [problems, setProblems] = useState<string[]>([])

  /** One request a file, so that each is safe as soon as it has arrived. */
  async function send(files: File[]) {
    if (!form.current || files.length === 0) return
    const fields = new FormData(form.current)
    const ids = (search.get('files') ?? '').split(',').filter(Boolean)
    const failed: string[] = []
    for (const [i, file] of files.entries()) {
      setSending({ done: i, total: files.length })
      const body = new FormData()
      for (const name of ['vendor', 'kind', 'agreement']) body.set(name, String(fields.get(name) ?? ''))
      body.set('file', file)
      const answer = await post(body)
      if (answer.error) failed.push(`${file.name}: ${answer.error}`)
      ids.unshift(...answer.ids)
    }
    setSending(null)
    setProblems(failed)
    navigate(`/upload?files=${[...new Set(ids)].join(',')}`, { replace: true, preventScrollReset: true })
  }

  const errors = error ? [error] : problems
  return (
    <Form method="post" encType="multipart/form-data" ref={form}>
      <Stack gap="sm">
        <Dropzone
          onDrop={send}
          onReject={(rejected) =>
            setProblems(rejected.map(({ file }) => `${file.name}: larger than 100 MB.`))
          }
          maxSize={100_000_000}
          loading={sending !== null}
          className={classes.zone}
          aria-label="Drop files here, or press Enter to choose them"
          inputProps={{ 'aria-label': 'Files to upload' }}
        >
          <Text className={classes.invite}>Drop files here, or click to choose</Text>
          <Text c="dimmed">Several at a time; up to 100 MB each</Text>
        </Dropzone>
        <noscript>
          <input type="file" name="file" multiple aria-label="Files" /> <button type="submit">Upload</button>
        </noscript>
        <div role="status">
          {sending && (
            <Text>
              Sending file {sending.done + 1} of {sending.total} …
            </Text>
          )}
        </div>
        {errors.length > 0 && (
          <Alert color="red" title="Not uploaded" role="alert">
            {errors.map((error) => (
              <div key={error}>{error}</div>
            ))}
          </Alert>
        )}
        <Group grow align="flex-start">
          <VendorNameField
            name="vendor"
            label="Vendor"
            defaultValue={search.get('vendor') ?? ''}
            placeholder="From the paper's parties"
            description="Leave empty to take it from the paper"
            choices={vendors}
          />
          <NativeSelect
            name="kind"
            label="Kind of paper"
            description="Leave to let the paper tell"
            data={[
              { value: '', label: 'From the paper' },
              ...Object.entries(agreementKindTitles).map(([value, label]) => ({ value, label })),
            ]}
          />
          <VersionOf papers={papers} into={into} />
        </Group>
        {navigation.state === 'submitting' && <Button loading>Uploading</Button>}
      </Stack>
    </Form>
  )
}

const versionOf = {
  name: 'agreement',
  label: 'New version of',
  description: 'Keeps the versions before it',
}

/** Which agreement the files are versions of: a list in a small register, a field to search in a large one. */
function VersionOf({ papers, into }: Pick<Props, 'papers' | 'into'>) {
  const searched = usePapers(papers)
  // Held here: a field that holds its own value forgets what is typed when its list changes.
  const [chosen, setChosen] = useState(into || null)
  const nothing = 'Nothing: a new agreement'
  return papers.whole ? (
    <NativeSelect
      {...versionOf}
      defaultValue={into}
      data={[{ value: '', label: nothing }, ...searched.data]}
    />
  ) : (
    <Select
      {...versionOf}
      {...searched}
      value={chosen}
      onChange={setChosen}
      placeholder={nothing}
      searchable
      clearable
    />
  )
}

interface Answer {
  ids: string[]
  error: string | null
}

/** Posts to the endpoint beside this screen, since a data request of the router would replace the page's own. */
async function post(body: FormData): Promise<Answer> {
  try {
    const response = await fetch('/upload/files', { method: 'POST', body })
    const answer: Answer = await response.json()
    return answer
  } catch {
    return { ids: [], error: 'The connection was cut. Nothing was stored; drop the file again.' }
  }
}
