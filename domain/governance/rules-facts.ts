import { riskClasses, riskClassTitles } from '../policy/risk.ts'
import type { GovernanceRules } from './rules.ts'
import { type Seat, seatTitles } from './sign-offs.ts'

/** One small statement of the rules of our own side, so that two versions can be compared in words. */
export interface GovernanceFact {
  part: 'control' | 'field' | 'log_class' | 'item' | 'seats'
  id: string
  /** "Control: Dual control" */
  where: string
  field: string
  words: string
}

const seated = (seats: Seat[]) => seats.map((seat) => seatTitles[seat]).join(', ')

export function governanceFacts({ controls, logging, checklists }: GovernanceRules): GovernanceFact[] {
  const facts = (part: GovernanceFact['part'], id: string, where: string, said: [string, string][]) =>
    said.map(([field, words]): GovernanceFact => ({ part, id, where, field, words }))
  return [
    ...controls.controls.flatMap((control) =>
      facts('control', control.id, `Control: ${control.title}`, [
        ['Title', control.title],
        ['From class', riskClassTitles[control.from]],
        ['What it does', control.describes],
        ['Shown by', control.shownBy],
        ['Evidence holds, months', String(control.months)],
      ]),
    ),
    ...logging.fields.flatMap((field) =>
      facts('field', field.id, `Log: ${field.title}`, [
        ['Title', field.title],
        ['From class', riskClassTitles[field.from]],
        ['Where it stands', field.path],
        ['May be empty', field.mayBeEmpty ? 'yes' : 'no'],
      ]),
    ),
    ...riskClasses.flatMap((riskClass) => {
      const { keepDays, readers, afterwards } = logging.classes[riskClass]
      return facts('log_class', riskClass, `Log of class ${riskClassTitles[riskClass]}`, [
        ['Kept, days', String(keepDays)],
        ['Read by', readers],
        ['Afterwards', afterwards],
      ])
    }),
    ...checklists.items.flatMap((item) =>
      facts('item', item.id, `Launch: ${item.title}`, [
        ['Title', item.title],
        ['When', item.phase],
        ['What is to be found', item.how],
      ]),
    ),
    ...riskClasses.flatMap((riskClass) =>
      facts('seats', riskClass, `Sign-offs of class ${riskClassTitles[riskClass]}`, [
        ['Approve the class', seated(controls.approvals[riskClass])],
        ['Sign the launch', seated(checklists.seats[riskClass])],
        ['Sign that it is taken up again', seated(checklists.resumeSeats[riskClass])],
      ]),
    ),
  ]
}
