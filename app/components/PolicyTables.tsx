import type { Policy } from '#domain/policy/policy.ts'
import { AreaTable } from './policy/AreaTable.tsx'
import { ClassTable, QuestionTable } from './policy/ClassTables.tsx'
import type { Editing } from './policy/Editable.tsx'
import { ControlTable, LaunchTable, LogTable } from './policy/GovernanceTables.tsx'
import { RequirementTable } from './policy/RequirementTable.tsx'
import { Anchor } from './Words.tsx'

export const policyViews = {
  requirements: 'Requirements',
  classes: 'What a class asks of us',
  questions: 'Questions that set the class',
  areas: 'Responsibility areas',
  controls: 'Controls',
  log: 'Log',
  launch: 'Launch and sign-offs',
} as const
export type PolicyView = keyof typeof policyViews

/** The tables of the rules, the chosen one in the address. */
export function PolicyTables({
  policy,
  view,
  base,
  editing,
}: {
  policy: Policy
  view: PolicyView
  base: string
  editing?: Editing
}) {
  return (
    <>
      <nav
        aria-label="Parts of the playbook"
        data-screen-only
        style={{ display: 'flex', gap: '1.25rem', marginBottom: '0.5rem', flexWrap: 'wrap' }}
      >
        {Object.entries(policyViews).map(([value, label]) => (
          <Anchor
            key={value}
            to={`${base}?view=${value}`}
            fw={value === view ? 650 : 400}
            aria-current={value === view || undefined}
          >
            {label}
          </Anchor>
        ))}
      </nav>
      {view === 'requirements' && <RequirementTable rules={policy.playbook.rules} editing={editing} />}
      {view === 'classes' && <ClassTable policy={policy} editing={editing} />}
      {view === 'questions' && <QuestionTable questions={policy.riskMatrix.questions} editing={editing} />}
      {view === 'areas' && <AreaTable areas={policy.areas} editing={editing} />}
      {view === 'controls' && <ControlTable controls={policy.governance.controls} editing={editing} />}
      {view === 'log' && <LogTable logging={policy.governance.logging} editing={editing} />}
      {view === 'launch' && <LaunchTable governance={policy.governance} editing={editing} />}
    </>
  )
}
