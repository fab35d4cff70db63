import { riskClasses } from '#domain/policy/risk.ts'
import type { Playbooks } from '#playbooks/index.ts'

/** The rules as the table a lawyer would draw: requirement by class. "–" asks nothing. */
export function playbookTable({ playbook, riskMatrix }: Playbooks) {
  return {
    title: playbook.title,
    version: playbook.version,
    rules: playbook.rules.map(({ id, title, why, by }) => ({
      id,
      title,
      why,
      byClass: Object.fromEntries(riskClasses.map((c) => [c, by[c] ? by[c].words : '–'])),
    })),
    classes: riskClasses.map((c) => {
      const { title, example, controls, humanReview, logged } = riskMatrix.classes[c]
      return { title, example, controls: controls.join(', '), humanReview, logged: logged.join(', ') }
    }),
  }
}
