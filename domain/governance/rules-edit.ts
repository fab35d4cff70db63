import { z } from 'zod'
import { RiskClass } from '../policy/risk.ts'
import { Phase } from './launch.ts'
import type { GovernanceRules } from './rules.ts'
import { Seat } from './sign-offs.ts'

/** Changes of the rules of our own side, one at a time, as people make them in the draft of the playbook. */

const words = z.string().trim().min(1)
const months = z.coerce.number('Write the months as a number.').int().positive()
const ticked = z.union([z.literal('yes').transform(() => true), z.undefined().transform(() => false)])
const seats = z.array(Seat).min(1, 'Somebody has to sign: choose at least one.')

export const governanceEdits = [
  z.object({
    what: z.literal('control'),
    control: z.string(),
    title: words,
    from: RiskClass,
    describes: words,
    shownBy: words,
    months,
  }),
  z.object({ what: z.literal('add_control'), title: words, from: RiskClass }),
  z.object({ what: z.literal('remove_control'), control: z.string() }),
  z.object({
    what: z.literal('field'),
    field: z.string(),
    title: words,
    from: RiskClass,
    path: z
      .string()
      .trim()
      .regex(/^\w+(\.\w+)*$/, 'Write where it stands in a line, like answer.final.'),
    mayBeEmpty: ticked,
  }),
  z.object({ what: z.literal('add_field'), title: words, from: RiskClass }),
  z.object({ what: z.literal('remove_field'), field: z.string() }),
  z.object({
    what: z.literal('log_class'),
    riskClass: RiskClass,
    keepDays: z.coerce.number('Write the days as a number.').int().positive(),
    readers: words,
    afterwards: words,
  }),
  z.object({ what: z.literal('item'), item: z.string(), phase: Phase, title: words, how: words }),
  z.object({ what: z.literal('add_item'), title: words, phase: Phase }),
  z.object({ what: z.literal('remove_item'), item: z.string() }),
  z.object({ what: z.literal('seats'), riskClass: RiskClass, approve: seats, launch: seats, resume: seats }),
] as const
export const GovernanceEdit = z.discriminatedUnion('what', governanceEdits)
export type GovernanceEdit = z.infer<typeof GovernanceEdit>

/** Why the change is not made, as a sentence; undefined when it can be. */
export function governanceObstacle(rules: GovernanceRules, edit: GovernanceEdit): string | undefined {
  if (edit.what === 'remove_item' && rules.checklists.items.find((i) => i.id === edit.item)?.check)
    return 'The register checks this one by itself, and the gate stands on it: it stays.'
  if (edit.what === 'seats' && edit.riskClass === 'critical') {
    const missing = rules.controls.criticalHarm.seats.filter((seat) => !edit.approve.includes(seat))
    if (missing.length > 0) return 'Critical harm is approved by legal and compliance: these two stay.'
  }
  return undefined
}

/** The rules with one change made; the schema is held against them by whoever keeps them. */
export function withGovernanceEdit(rules: GovernanceRules, edit: GovernanceEdit): GovernanceRules {
  const { controls, logging, checklists } = rules
  const ofControls = (next: typeof controls.controls) => ({
    ...rules,
    controls: { ...controls, controls: next },
  })
  const ofFields = (next: typeof logging.fields) => ({ ...rules, logging: { ...logging, fields: next } })
  const ofItems = (next: typeof checklists.items) => ({
    ...rules,
    checklists: { ...checklists, items: next },
  })
  switch (edit.what) {
    case 'control': {
      const { what: _, control, ...fields } = edit
      return ofControls(controls.controls.map((one) => (one.id === control ? { ...one, ...fields } : one)))
    }
    case 'add_control':
      return ofControls([
        ...controls.controls,
        {
          id: freeId(edit.title, controls.controls),
          title: edit.title,
          from: edit.from,
          describes: 'Say what it does.',
          shownBy: 'Say what evidence convinces.',
          months: 12,
          log: [],
        },
      ])
    case 'remove_control':
      return ofControls(controls.controls.filter((one) => one.id !== edit.control))
    case 'field': {
      const { what: _, field, ...fields } = edit
      return ofFields(logging.fields.map((one) => (one.id === field ? { ...one, ...fields } : one)))
    }
    case 'add_field': {
      const id = freeId(edit.title, logging.fields)
      return ofFields([
        ...logging.fields,
        { id, title: edit.title, from: edit.from, path: id, mayBeEmpty: false },
      ])
    }
    case 'remove_field':
      return ofFields(logging.fields.filter((one) => one.id !== edit.field))
    case 'log_class': {
      const { what: _, riskClass, ...fields } = edit
      return {
        ...rules,
        logging: { ...logging, classes: { ...logging.classes, [riskClass]: fields } },
      }
    }
    case 'item': {
      const { what: _, item, ...fields } = edit
      return ofItems(checklists.items.map((one) => (one.id === item ? { ...one, ...fields } : one)))
    }
    case 'add_item':
      return ofItems([
        ...checklists.items,
        {
          id: freeId(edit.title, checklists.items),
          phase: edit.phase,
          title: edit.title,
          how: 'Say what is to be found.',
        },
      ])
    case 'remove_item':
      return ofItems(checklists.items.filter((one) => one.id !== edit.item))
    case 'seats':
      return {
        ...rules,
        controls: {
          ...controls,
          approvals: { ...controls.approvals, [edit.riskClass]: edit.approve },
        },
        checklists: {
          ...checklists,
          seats: { ...checklists.seats, [edit.riskClass]: edit.launch },
          resumeSeats: { ...checklists.resumeSeats, [edit.riskClass]: edit.resume },
        },
      }
  }
}

/** "Model cards" → "model_cards", with more when it is taken. */
export function freeId(title: string, taken: readonly { id: string }[]): string {
  const wanted =
    title
      .toLowerCase()
      .replace(/[^a-z]+/g, '_')
      .replace(/^_|_$/g, '') || 'entry'
  let id = wanted
  while (taken.some((one) => one.id === id)) id += '_more'
  return id
}
