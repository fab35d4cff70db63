import { z } from 'zod'
import { SearchHit } from '#domain/search/hit.ts'
import { search } from '../../search/search.server.ts'
import { Dated, dayOf, operation } from '../operation.ts'
import { Paged, pageByPlace } from '../paging.ts'

const Question = z.object({
  q: z
    .string('Say what to look for: ?q=audit')
    .min(1, 'Say what to look for: ?q=audit')
    .max(500)
    .describe(
      'Words, "phrases", prefixes*, -words, filters like kind:dpa, conditions like cap below 1M; see docs/search.md.',
    ),
})

export const searchOperations = [
  operation({
    id: 'search',
    method: 'get',
    path: '/search',
    tag: 'Search',
    summary: 'Full-text search over clauses, terms, gaps, vendors, agreements, deployments and notes',
    right: 'register.read',
    query: Paged.extend(Dated.shape).extend(Question.shape),
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(SearchHit),
        next: z.string().nullable(),
        total: z.number().describe('Hits in all.'),
        understood: z.array(z.string()).describe('How the question was understood, part by part.'),
        problems: z.array(z.string()).describe('What of it could not be understood and was left out.'),
      }),
    },
    async run({ house, query }) {
      let rest = { total: 0, understood: [] as string[], problems: [] as string[] }
      const page = await pageByPlace(query, async (offset, limit) => {
        const answer = await search(house, query.q, { date: dayOf(query), limit, offset })
        rest = { total: answer.total, understood: answer.understood, problems: answer.query.problems }
        return answer.hits
      })
      return { ...page, ...rest }
    },
  }),
]
