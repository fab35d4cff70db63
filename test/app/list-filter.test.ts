import { expect, test } from 'vitest'
import { asked, choicesOf, optionsOf, pageAsked } from '../../app/services/list-filter.server.ts'

const choices = (query: string, owners: string[]) =>
  choicesOf(new URLSearchParams(query), [
    {
      name: 'status',
      label: 'Status',
      all: 'Every status',
      options: optionsOf(['live', 'pilot'], { planned: 'Planned', pilot: 'In a pilot', live: 'Live' }),
    },
    { name: 'owner', label: 'Owner', all: 'Anybody', options: optionsOf(owners), none: true },
  ])

test('what can be asked is what there is, by its title, and what was asked is chosen', () => {
  expect(choices('owner=kim', ['kim', 'lee'])).toMatchObject([
    {
      name: 'status',
      value: '',
      options: [
        { value: '', label: 'Every status' },
        { value: 'pilot', label: 'In a pilot' },
        { value: 'live', label: 'Live' },
      ],
    },
    { name: 'owner', value: 'kim', options: [{}, { value: 'kim' }, { value: 'lee' }, { value: 'none' }] },
  ])
})

test('what has one answer alone is not asked', () => {
  expect(choices('', []).map(({ name }) => name)).toEqual(['status'])
})

test.each([
  ['', undefined],
  ['owner=', undefined],
  ['owner=kim', 'kim'],
  ['owner=none', ''],
])('"?%s" asks for %j', (query, value) => {
  expect(asked(new URLSearchParams(query), 'owner')).toBe(value)
})

test.each([
  ['', 1],
  ['page=3', 3],
  ['page=2.7', 2],
  ['page=many', 1],
])('"?%s" is page %i', (query, page) => {
  expect(pageAsked(new URLSearchParams(query)).page).toBe(page)
})
