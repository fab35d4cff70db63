import type { FileChild } from 'docx'
import type { ExerciseAnswer, OwnershipGap } from '#domain/governance/exercises.ts'
import { bullet, facts, gap, heading, note, paragraph, table, title } from './docx/parts.ts'
import { docxMime, report, textWidth } from './docx/report.ts'
import type { Exporter } from './exporter.ts'
import { longDate } from './format.ts'

export interface ExerciseMinutesModel {
  organisation: string
  deployment: string
  scenario: { title: string; opening: string; turns: string[] }
  heldOn: string
  lead: string
  attendees: string
  answers: (ExerciseAnswer & { title: string })[]
  gaps: OwnershipGap[]
  lessons: string
  locale?: string
}

/** Minutes of a tabletop exercise: who would do what, what nobody does yet, and what was learnt. */
export const exerciseMinutes: Exporter<ExerciseMinutesModel> = {
  id: 'exercise-minutes',
  title: 'Minutes of an exercise',
  extension: 'docx',
  mime: docxMime,
  write: (model) =>
    report({
      title: `Exercise: ${model.scenario.title}`,
      organisation: model.organisation,
      orientation: 'portrait',
      preparedOn: model.heldOn,
      version: 'Minutes',
      locale: model.locale ?? 'en-GB',
      children: body(model),
    }),
}

function body(model: ExerciseMinutesModel): FileChild[] {
  const locale = model.locale ?? 'en-GB'
  const width = textWidth.portrait
  return [
    title('Minutes of an exercise'),
    facts(
      [
        ['Scenario', [model.scenario.title]],
        ['Deployment', [model.deployment]],
        ['Held on', [longDate(model.heldOn, locale)]],
        ['Led by', [model.lead]],
        ['Present', [model.attendees]],
      ],
      [2000, width - 2000],
      true,
    ),
    gap(),
    heading('What was read out'),
    paragraph(model.scenario.opening),
    ...model.scenario.turns.map((turn) => bullet(turn)),
    heading('Who does what'),
    table({
      widths: [3200, 2200, width - 5400],
      header: ['Question', 'Who', 'How'],
      rows: model.answers.map((a) => ({ cells: [[a.title], [a.who || 'Nobody'], [a.how]] })),
    }),
    heading('What nobody has yet'),
    ...(model.gaps.length === 0
      ? [paragraph('Every question has somebody.')]
      : [
          table({
            widths: [4600, 2800, width - 7400],
            header: ['Question', 'Closed by', 'Until'],
            rows: model.gaps.map((g) => ({
              cells: [[g.title], [g.owner || 'Nobody'], [g.due ? longDate(g.due, locale) : 'No date']],
            })),
          }),
        ]),
    ...(model.lessons ? [heading('What was learnt'), paragraph(model.lessons)] : []),
    note('Drawn up from the register after the session.'),
  ]
}
