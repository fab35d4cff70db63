import { Checkbox, MultiSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { type PaperChoices, usePapers } from './paper-choice.ts'
import { Text } from './Words.tsx'

interface Props {
  name: string
  choices: PaperChoices
  linked: string[]
}

/** The papers that something rests on: boxes to tick in a small register, a field to search in a large one. */
export function PapersField({ name, choices, linked }: Props) {
  if (!choices.whole) return <PapersSearched name={name} choices={choices} linked={linked} />
  if (choices.papers.length === 0)
    return <Text c="dimmed">No agreement in the register yet; you can link them later.</Text>
  return (
    <Stack gap={6}>
      {choices.papers.map(({ id, title }) => (
        <Checkbox key={id} name={name} value={id} defaultChecked={linked.includes(id)} label={title} />
      ))}
    </Stack>
  )
}

function PapersSearched({ name, choices, linked }: Props) {
  const [picked, setPicked] = useState(linked)
  const papers = usePapers(choices)
  return (
    <>
      {picked.map((id) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      <MultiSelect
        label="Agreements"
        description="Type a few letters of a title or a vendor"
        value={picked}
        onChange={setPicked}
        searchable
        hidePickedOptions
        {...papers}
      />
    </>
  )
}
