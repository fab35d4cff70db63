import { expect, test } from 'vitest'
import { type Facet, itself, narrowed } from '../../app/services/list-filter.server.ts'

interface Row {
  name: string
  status: string
  owner: string | null
}
const rows: Row[] = [
  { name: 'a', status: 'live', owner: 'lee' },
  { name: 'b', status: 'live', owner: null },
  { name: 'c', status: 'pilot', owner: 'kim' },
]
const facets: Facet<Row>[] = [
  { name: 'status', label: 'Status', all: 'Every status', of: ({ status }) => itself(status) },
  { name: 'owner', label: 'Owner', all: 'Anybody', of: ({ owner }) => itself(owner) },
]
const asked = (query: string) => narrowed(rows, new URLSearchParams(query), facets)

test.each([
  ['', 'abc'],
  ['status=live', 'ab'],
  ['status=live&owner=lee', 'a'],
  ['owner=none', 'b'],
  ['status=gone', ''],
])('"?%s" leaves %j', (query, left) => {
  expect(
    asked(query)
      .rows.map((row) => row.name)
      .join(''),
  ).toBe(left)
})

test('what can be asked is what there is, and what was asked is chosen', () => {
  expect(asked('owner=kim').choices).toMatchObject([
    {
      name: 'status',
      value: '',
      options: [{ label: 'Every status' }, { value: 'live' }, { value: 'pilot' }],
    },
    { name: 'owner', value: 'kim', options: [{}, { value: 'lee' }, { value: 'kim' }, { value: 'none' }] },
  ])
})
