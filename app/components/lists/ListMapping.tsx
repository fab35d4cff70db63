import { Button, Fieldset, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { type ListKind, listFields, type Mapping } from '#domain/lists/fields.ts'
import type { Cell } from '#domain/lists/sheet.ts'

interface SheetView {
  name: string
  head: string[]
  rows: number
  first: Cell[]
  /** Null: the sheet is left out. */
  kind: ListKind | null
  mapping: Mapping
}

interface Props {
  sheets: SheetView[]
  choices: { conflict: string; numbers: string; days: string; currency: string }
}

const option = (value: string, label: string) => ({ value, label })

/** What each sheet lists and which of its columns is which; and how its lines are read. */
export function ListMapping({ sheets, choices }: Props) {
  const busy = useNavigation().state === 'loading'
  return (
    <Form method="get">
      {sheets.map((sheet, i) => (
        <Fieldset key={sheet.name} legend={`${sheet.name}, ${sheet.rows} lines`} mb="sm">
          <SheetMapping sheet={sheet} at={`s${i}`} />
        </Fieldset>
      ))}
      <Group gap="sm" align="flex-end">
        <NativeSelect
          name="conflict"
          label="What is in the register already"
          defaultValue={choices.conflict}
          data={[
            option('stop', 'stops the import'),
            option('skip', 'stays as it is'),
            option('update', 'is changed; blank cells leave it'),
          ]}
        />
        <NativeSelect
          name="days"
          label="Days like 03/04/2026"
          defaultValue={choices.days}
          data={[
            option('as_each_says', 'only where it is clear'),
            option('day_month', 'day first: 3 April'),
            option('month_day', 'month first: 4 March'),
          ]}
        />
        <NativeSelect
          name="numbers"
          label="Numbers"
          defaultValue={choices.numbers}
          data={[
            option('as_each_says', 'only where it is clear'),
            option('point', 'like 1,471.60'),
            option('comma', 'like 1.471,60'),
          ]}
        />
        <TextInput
          name="currency"
          label="Currency where none is named"
          placeholder="EUR"
          maxLength={3}
          w={200}
          defaultValue={choices.currency}
        />
        <Button type="submit" variant="default" loading={busy}>
          Look again
        </Button>
      </Group>
    </Form>
  )
}

function SheetMapping({ sheet, at }: { sheet: SheetView; at: string }) {
  const { kind, head, first, mapping } = sheet
  const columns = head.map((name, i) => {
    const cell = first[i]
    const sample = typeof cell === 'object' ? cell.day : String(cell ?? '')
    return option(
      String(i),
      sample ? `${name || `column ${i + 1}`} (${sample.slice(0, 24)})` : name || `column ${i + 1}`,
    )
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 3, lg: 4 }} spacing="sm" key={kind ?? 'none'}>
      <NativeSelect
        name={at}
        label="It lists"
        defaultValue={kind ?? 'none'}
        data={[
          option('vendors', 'vendors'),
          option('agreements', 'agreements'),
          option('none', 'neither: leave it out'),
        ]}
      />
      {kind &&
        listFields[kind].map(({ id, title, needed }) => (
          <NativeSelect
            key={`${kind} ${id}`}
            name={`${at}.${kind}.${id}`}
            label={title.replaceAll('_', ' ') + (needed ? ' (needed)' : '')}
            defaultValue={mapping[id] === undefined ? '' : String(mapping[id])}
            data={[option('', 'not in this list'), ...columns]}
          />
        ))}
    </SimpleGrid>
  )
}
