import { can, type Right, type Role } from '../services/permissions.ts'

export interface RailLink {
  to: string
  label: string
  needs?: Right
}

/** The screens by group, as the rail and the command palette list them. */
const rail: { group: string; links: RailLink[] }[] = [
  {
    group: 'Work',
    links: [
      { to: '/', label: 'Home' },
      { to: '/review', label: 'Review' },
      { to: '/gaps', label: 'Gaps' },
      { to: '/deadlines', label: 'Deadlines' },
    ],
  },
  {
    group: 'Register',
    links: [
      { to: '/deployments', label: 'Deployments' },
      { to: '/vendors', label: 'Vendors' },
      { to: '/agreements', label: 'Agreements' },
      { to: '/compare', label: 'Compare' },
    ],
  },
  {
    group: 'Running',
    links: [
      { to: '/incidents', label: 'Incidents' },
      { to: '/exercises', label: 'Exercises' },
      { to: '/measures', label: 'Measures' },
    ],
  },
  { group: 'Rules', links: [{ to: '/playbook', label: 'Playbook' }] },
  {
    group: 'Settings',
    links: [
      { to: '/settings/people', label: 'People', needs: 'settings.manage' },
      { to: '/settings/trail', label: 'Audit trail', needs: 'trail.read' },
      { to: '/settings/documents', label: 'Documents', needs: 'settings.manage' },
      { to: '/settings/retention', label: 'Retention', needs: 'settings.manage' },
      { to: '/settings/jobs', label: 'Jobs', needs: 'settings.manage' },
    ],
  },
]

/** The groups with the screens that the role may open. */
export const railFor = (role: Role | undefined) =>
  rail
    .map(({ group, links }) => ({
      group,
      links: links.filter(({ needs }) => !needs || (role && can(role, needs))),
    }))
    .filter(({ links }) => links.length > 0)
