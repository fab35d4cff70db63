import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Page } from '../Page.tsx'
import classes from './Governance.module.css'

const pages = [
  ['', 'Brief'],
  ['/controls', 'Class and controls'],
  ['/uses', 'Uses'],
  ['/launch', 'Launch'],
  ['/versions', 'Versions'],
  ['/logs', 'Logs'],
  ['/reviewers', 'Reviewers'],
  ['/costs', 'Costs'],
  ['/card', 'Escalation card'],
  ['/stop', 'Stop the line'],
] as const

/** The pages of one deployment, the one in hand marked. */
export function DeploymentPages({ slug }: { slug: string }) {
  const { pathname } = useLocation()
  const base = `/deployments/${slug}`
  return (
    <nav className={classes.pages} aria-label="Pages of this deployment">
      {pages.map(([path, label]) => (
        <Link key={path} to={base + path} aria-current={pathname === base + path ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

/** A page of a deployment below its brief: its name leads back, the other pages stand beside. */
export function DeploymentPage(props: {
  deployment: { slug: string; name: string }
  title: string
  lead?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}) {
  const { deployment, title, lead, actions, narrow, children } = props
  return (
    <Page
      title={title}
      narrow={narrow}
      lead={
        <>
          <Link to={`/deployments/${deployment.slug}`}>{deployment.name}</Link>
          {lead && <> · {lead}</>}
        </>
      }
      actions={actions}
    >
      <DeploymentPages slug={deployment.slug} />
      <div className={classes.body}>{children}</div>
    </Page>
  )
}
