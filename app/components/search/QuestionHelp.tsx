import { Code, Table } from '@mantine/core'
import { Anchor, Text } from '../Words.tsx'

const examples: [question: string, means: string][] = [
  ['audit records', 'both words, with any English ending'],
  ['"security incident"', 'the words in a row'],
  ['indemni*', 'the beginning of a word'],
  ['liability -insurance', 'without a word'],
  ['vendor:northwind kind:dpa', 'of a vendor whose name has that; papers of a kind'],
  ['class:high in:gaps audit', 'what deployments of a class rest on; only gaps, clauses, terms, notes …'],
  ['type:"audit right"', 'terms of one type'],
  ['cap below 1M', 'a number of a term: cap, super-cap, notice, incident notice, uptime, retention …'],
  ['notice longer than 60 days', 'longer than, below, at least, at most'],
  ['no audit right', 'agreements that were read and where it was not found'],
]

/** The question language, by example; each leads to its answer. */
export function QuestionHelp() {
  return (
    <>
      <Text mb="xs">What can be asked, by example:</Text>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing={4} maw={820}>
          <Table.Tbody>
            {examples.map(([question, means]) => (
              <Table.Tr key={question}>
                <Table.Td w={300}>
                  <Anchor to={`/search?${new URLSearchParams({ q: question })}`}>
                    <Code>{question}</Code>
                  </Anchor>
                </Table.Td>
                <Table.Td>{means}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}
