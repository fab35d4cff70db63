import { Title } from '@mantine/core'
import classes from '../Agreement.module.css'
import type { GapView, RuleView } from '../policy-view.ts'
import { SeveritySign } from '../Signs.tsx'
import { Text } from '../Words.tsx'

/** What the playbook requires of this kind of term, how the paper does, and the language to ask for. */
export function TermRules({ rules, gaps }: { rules: RuleView[]; gaps: GapView[] }) {
  return rules.map((rule) => {
    const gap = gaps.find((one) => one.rule === rule.rule)
    return (
      <section key={rule.rule}>
        <Title order={3} mt="md">
          {gap && <SeveritySign severity={gap.severity} />} {rule.title}
        </Title>
        <Text size="sm">Required: {rule.required}</Text>
        <Text size="sm">
          {rule.met ? 'Met' : 'Found'}: {rule.found}
        </Text>
        {gap && (
          <>
            <Text size="sm" mt="xs" fw={550}>
              Ask for
            </Text>
            <blockquote className={classes.quote}>{gap.ask}</blockquote>
          </>
        )}
      </section>
    )
  })
}
