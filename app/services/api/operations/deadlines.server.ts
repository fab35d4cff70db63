import { z } from 'zod'
import { deadlinesInWork } from '../../deadlines.server.ts'
import { Dated, dayOf, operation } from '../operation.ts'
import { Paged, pageOfItems, pageSchema } from '../paging.ts'

const RegisterDeadline = z.object({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  date: z.iso.date(),
  why: z.string().describe('The sum that gives the date.'),
  about: z.string().describe('The agreement, deployment or incident.'),
  owner: z.string().nullable(),
  deputy: z.string().nullable(),
  state: z.enum(['open', 'snoozed', 'done']),
  quote: z.string().nullable().describe('The words of the contract it rests on.'),
  where: z.string().nullable().describe('Where they stand: paper, clause, page.'),
  href: z.string(),
})

const Asked = z.object({
  from: z.iso.date('Write the date as 2026-12-31.').optional().describe('The first day.'),
  until: z.iso.date('Write the date as 2026-12-31.').optional().describe('The last day.'),
})

export const deadlineOperations = [
  operation({
    id: 'listAllDeadlines',
    method: 'get',
    path: '/deadlines',
    tag: 'Deadlines',
    summary: 'Every date of the register: who works on it and what became of it, the earliest first',
    right: 'register.read',
    query: Paged.extend(Dated.shape).extend(Asked.shape),
    answer: { status: 200, schema: pageSchema(RegisterDeadline) },
    async run({ house, query }) {
      const { deadlines } = await deadlinesInWork(house, dayOf(query), { patient: true })
      const { from = '', until = '9999' } = query
      return pageOfItems(
        deadlines.filter((d) => d.date >= from && d.date <= until).map((d) => ({ ...d, key: d.id })),
        (d) => `${d.date} ${d.key}`,
        query,
      )
    },
  }),
]
