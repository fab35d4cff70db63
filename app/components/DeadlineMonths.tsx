import { Title } from '@mantine/core'
import { groupBy } from 'es-toolkit'
import classes from './DeadlineMonths.module.css'
import { useFormat } from './format.ts'
import type { DeadlineWorkView } from './policy-view.ts'
import { Anchor, Text } from './Words.tsx'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The months that have dates in them, as a calendar, from the first on. */
export function DeadlineMonths({ deadlines }: { deadlines: DeadlineWorkView[] }) {
  const { locale } = useFormat()
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return Object.entries(groupBy(deadlines, (d) => d.date.slice(0, 7))).map(([month, inMonth]) => {
    const first = new Date(`${month}-01T00:00:00Z`)
    const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
    const before = (first.getUTCDay() + 6) % 7
    return (
      <section key={month}>
        <Title order={2} mt="lg" mb="xs">
          {name.format(first)}
        </Title>
        <ol className={classes.month}>
          {weekdays.map((day) => (
            <li key={day} className={classes.weekday} aria-hidden>
              {day}
            </li>
          ))}
          {Array.from({ length: days }, (_, i) => {
            const iso = `${month}-${String(i + 1).padStart(2, '0')}`
            const here = inMonth.filter((d) => d.date === iso)
            return (
              <li
                key={iso}
                style={i === 0 ? { gridColumnStart: before + 1 } : undefined}
                data-busy={here.length > 0 || undefined}
              >
                <Text size="xs" c="dimmed">
                  {i + 1}
                </Text>
                {here.map((d) => (
                  <Anchor key={d.id} to={d.href} size="xs" style={{ display: 'block' }} title={d.why}>
                    {d.state === 'done' && 'Done: '}
                    {d.title}: {d.about}
                  </Anchor>
                ))}
              </li>
            )
          })}
        </ol>
      </section>
    )
  })
}
