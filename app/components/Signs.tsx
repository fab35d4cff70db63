import { type RiskClass, riskClassTitles } from '#domain/policy/risk.ts'
import classes from './Signs.module.css'
import { Text } from './Words.tsx'

export type Severity = 'critical' | 'high' | 'medium' | 'low'

const shapes: Record<Severity, string> = { critical: '◆', high: '▲', medium: '■', low: '●' }
const severityWords: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

/** How bad it is, by shape and word as well as colour. */
export function SeveritySign({ severity, count }: { severity: Severity; count?: number }) {
  return (
    <span className={classes.sign} data-severity={severity}>
      <span aria-hidden>{shapes[severity]}</span> {count !== undefined && `${count} `}
      {count === undefined ? severityWords[severity] : severityWords[severity].toLowerCase()}
    </span>
  )
}

export function RiskClassSign({ riskClass }: { riskClass: RiskClass }) {
  return (
    <span className={classes.riskClass} data-class={riskClass}>
      {riskClassTitles[riskClass]}
    </span>
  )
}

/** Confidence as a word: sure, likely, look. */
export function Confidence({ value }: { value: number }) {
  const word = value >= 0.85 ? 'sure' : value >= 0.6 ? 'likely' : 'look'
  return (
    <Text
      component="span"
      size="xs"
      className={classes.confidence}
      data-word={word}
      title={`${Math.round(value * 100)} in 100`}
    >
      {word}
    </Text>
  )
}
