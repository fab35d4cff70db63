import { z } from 'zod'

/**
 * Who may do what: the one table. A route that has no entry in `routeRights` is refused to everybody, so a new route
 * starts closed.
 */

export const Role = z.enum([
  'administrator',
  'legal',
  'procurement',
  'it',
  'security',
  'compliance',
  'auditor',
])
export type Role = z.infer<typeof Role>

export const roleTitles: Record<Role, string> = {
  administrator: 'Administrator',
  legal: 'Legal',
  procurement: 'Procurement',
  it: 'IT',
  security: 'Security',
  compliance: 'Compliance',
  auditor: 'Auditor',
}

/** What a right lets a person do, in words for the screen that grants it, and the roles that have it. */
const rightTable = {
  'register.read': { does: 'see the register', roles: Role.options },
  'register.export': { does: 'take documents out of the register', roles: Role.options },
  'agreement.add': { does: 'upload agreements', roles: ['administrator', 'legal', 'procurement', 'it'] },
  'agreement.edit': { does: 'edit agreements', roles: ['administrator', 'legal', 'procurement'] },
  'term.review': { does: 'confirm, correct and reject terms', roles: ['administrator', 'legal'] },
  'gap.work': {
    does: 'assign gaps, negotiate them and comment',
    roles: ['administrator', 'legal', 'procurement', 'it', 'security', 'compliance'],
  },
  'gap.accept': {
    does: 'accept the risk of a gap',
    roles: ['administrator', 'legal', 'security', 'compliance'],
  },
  'vendor.edit': { does: 'add and edit vendors', roles: ['administrator', 'legal', 'procurement'] },
  'assurance.keep': {
    does: 'record reports and certificates of vendors',
    roles: ['administrator', 'legal', 'procurement', 'it', 'security', 'compliance'],
  },
  'deadline.work': {
    does: 'take on, snooze and finish deadlines',
    roles: ['administrator', 'legal', 'procurement', 'it'],
  },
  'deployment.edit': { does: 'add and edit deployments', roles: ['administrator', 'it', 'security'] },
  'deployment.govern': {
    does: 'record controls, evidence, versions, measures, incidents and exercises',
    roles: ['administrator', 'legal', 'it', 'security', 'compliance'],
  },
  'deployment.sign': {
    does: 'approve classes and sign launches',
    roles: ['legal', 'it', 'security', 'compliance'],
  },
  'deployment.stop': {
    does: 'stop a deployment',
    roles: ['administrator', 'legal', 'procurement', 'it', 'security', 'compliance'],
  },
  'matrix.decide': { does: 'decide who is responsible', roles: ['administrator', 'legal', 'it'] },
  'policy.draft': {
    does: 'draft changes of the playbook',
    roles: ['administrator', 'legal', 'security', 'compliance'],
  },
  'policy.publish': { does: 'publish changes of the playbook', roles: ['administrator', 'legal'] },
  'trail.read': {
    does: 'read the audit trail',
    roles: ['administrator', 'auditor', 'security', 'compliance'],
  },
  'settings.manage': { does: 'manage people and settings', roles: ['administrator'] },
  'account.own': { does: 'keep their own account', roles: Role.options },
} as const satisfies Record<string, { does: string; roles: readonly Role[] }>

export type Right = keyof typeof rightTable
export const rights: Record<Right, { does: string; roles: readonly Role[] }> = rightTable

/** What a request needs: to read (GET, HEAD) and to change (everything else). 'anyone' needs no sign-in. */
export interface RouteRights {
  read?: Right | 'anyone'
  change?: Right | 'anyone'
}

/** By Remix's route id: the file's name below `app/`, without its ending. */
export const routeRights: Record<string, RouteRights> = {
  root: { read: 'anyone' },
  'routes/$': { read: 'anyone' },
  'routes/_index': { read: 'register.read' },
  'routes/account._index': { read: 'account.own', change: 'account.own' },
  'routes/account.second-factor': { read: 'account.own', change: 'account.own' },
  'routes/account.tokens': { read: 'account.own', change: 'account.own' },
  'routes/account.tokens_.$id.revoke': { change: 'account.own' },
  'routes/agreements._index': { read: 'register.read' },
  'routes/agreements.$slug': { read: 'register.read' },
  'routes/agreements.$slug._index': { read: 'register.read' },
  'routes/agreements.$slug.terms.$term': { read: 'register.read' },
  'routes/agreements.$slug.absent.$type': { read: 'register.read' },
  'routes/agreements.$slug.absent._index': { read: 'register.read' },
  'routes/agreements.$slug.add': { read: 'term.review', change: 'term.review' },
  'routes/agreements.$slug_.absent.$type.confirmation': { change: 'term.review' },
  'routes/agreements.$slug_.absent.$type.retraction': { change: 'term.review' },
  'routes/agreements.$slug_.absent.confirmation': { change: 'term.review' },
  'routes/agreements.$slug_.absent.retraction': { change: 'term.review' },
  'routes/agreements.$slug_.comments': { change: 'gap.work' },
  'routes/agreements.$slug_.decisions': { read: 'register.read' },
  'routes/agreements.$slug_.words': { read: 'register.read' },
  'routes/agreements.$slug_.edit': { read: 'agreement.edit', change: 'agreement.edit' },
  'routes/agreements.$slug_.gaps[.]docx': { read: 'register.export' },
  'routes/agreements.$slug_.original': { read: 'register.read' },
  'routes/api.docs': { read: 'register.read' },
  // Each operation names its own right.
  'routes/api.v1.$': { read: 'anyone', change: 'anyone' },
  'routes/auth.callback.oidc': { read: 'anyone' },
  'routes/compare': { read: 'register.read' },
  'routes/compare_.choices': { read: 'register.read' },
  'routes/compare_.$form': { read: 'register.export' },
  'routes/deadlines': { read: 'register.read', change: 'deadline.work' },
  'routes/deadlines_.$agreement.notice[.]docx': { read: 'register.export' },
  'routes/feeds.$token': { read: 'anyone' },
  'routes/settings.reminders': { read: 'register.read', change: 'account.own' },
  'routes/deadlines[.]ics': { read: 'register.export' },
  'routes/demo': { change: 'anyone' },
  'routes/deployments._index': { read: 'register.read' },
  'routes/deployments.new': { read: 'deployment.edit', change: 'deployment.edit' },
  'routes/deployments.$slug': { read: 'register.read' },
  'routes/deployments.$slug_.controls': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.controls_.$control': { read: 'register.read' },
  'routes/deployments.$slug_.card': { read: 'register.read' },
  'routes/deployments.$slug_.card_.edit': { read: 'deployment.govern', change: 'deployment.govern' },
  'routes/deployments.$slug_.costs': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.costs[.]docx': { read: 'register.export' },
  'routes/deployments.$slug_.launch': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.logs': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.reviewers': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.stop': { read: 'register.read', change: 'deployment.stop' },
  'routes/deployments.$slug_.stops.$id': { read: 'register.read' },
  'routes/deployments.$slug_.uses': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.versions': { read: 'register.read', change: 'deployment.govern' },
  'routes/deployments.$slug_.evidence.$id': { read: 'register.read' },
  'routes/deployments.$slug_.sign': { change: 'deployment.sign' },
  'routes/deployments.$slug_.edit': { read: 'deployment.edit', change: 'deployment.edit' },
  'routes/deployments.$slug_.gaps[.]docx': { read: 'register.export' },
  'routes/deployments.$slug_.matrix[.]docx': { read: 'register.export' },
  'routes/deployments.$slug_.responsibilities': { read: 'register.read', change: 'matrix.decide' },
  'routes/differences.$id.kept': { change: 'term.review' },
  'routes/differences.$id.taken': { change: 'term.review' },
  'routes/files.$id.read-again': { change: 'agreement.add' },
  'routes/gaps': { read: 'register.read', change: 'gap.work' },
  'routes/gaps.$deployment.$rule': { read: 'register.read', change: 'gap.work' },
  'routes/gaps.$deployment.$rule_.acceptance': { change: 'gap.accept' },
  'routes/agreements.$slug_.versions': { read: 'register.read', change: 'gap.work' },
  'routes/agreements.$slug_.negotiation[.]docx': { read: 'register.export' },
  'routes/exports.$id': { read: 'register.read' },
  'routes/exports.$id_.file': { read: 'register.export' },
  'routes/forgotten': { read: 'anyone', change: 'anyone' },
  'routes/healthz': { read: 'anyone' },
  'routes/exercises._index': { read: 'register.read', change: 'deployment.govern' },
  'routes/exercises.$id': { read: 'register.read', change: 'deployment.govern' },
  'routes/exercises.$id_.minutes[.]docx': { read: 'register.export' },
  'routes/incidents._index': { read: 'register.read' },
  'routes/incidents.new': { read: 'deployment.govern', change: 'deployment.govern' },
  'routes/incidents.$slug': { read: 'register.read', change: 'deployment.govern' },
  'routes/incidents.$slug_.claim[.]docx': { read: 'register.export' },
  'routes/incidents.$slug_.evidence.$id': { read: 'register.read' },
  'routes/measures': { read: 'register.read', change: 'deployment.govern' },
  'routes/password.$token': { read: 'anyone', change: 'anyone' },
  'routes/playbook': { read: 'register.read' },
  'routes/playbook_.draft': { read: 'register.read', change: 'policy.draft' },
  'routes/playbook_.publish': { change: 'policy.publish' },
  'routes/playbook_.versions': { read: 'register.read', change: 'policy.draft' },
  'routes/review._index': { read: 'register.read' },
  'routes/review.labels[.]jsonl': { read: 'register.export' },
  'routes/review.measures': { read: 'register.read' },
  'routes/readyz': { read: 'anyone' },
  'routes/samples': { change: 'agreement.add' },
  'routes/import._index': { read: 'vendor.edit', change: 'vendor.edit' },
  'routes/import.$id': { read: 'vendor.edit', change: 'vendor.edit' },
  'routes/register[.]xlsx': { read: 'register.export' },
  'routes/search': { read: 'register.read', change: 'gap.work' },
  'routes/search_.suggestions': { read: 'register.read' },
  'routes/settings.jobs': { read: 'settings.manage', change: 'settings.manage' },
  'routes/settings.documents': { read: 'settings.manage', change: 'settings.manage' },
  'routes/settings.retention': { read: 'settings.manage', change: 'settings.manage' },
  'routes/set-up.$token': { read: 'anyone', change: 'anyone' },
  'routes/settings.people': { read: 'settings.manage', change: 'settings.manage' },
  'routes/settings.people_.$id': { read: 'settings.manage', change: 'settings.manage' },
  'routes/settings.people_.second-factor': { change: 'settings.manage' },
  'routes/settings.people_.belongs': { change: 'settings.manage' },
  'routes/settings.people_.units': { change: 'settings.manage' },
  'routes/settings.trail': { read: 'trail.read' },
  'routes/settings.trail_.$file': { read: 'trail.read' },
  'routes/sign-in': { read: 'anyone', change: 'anyone' },
  'routes/sign-in_.code': { read: 'anyone', change: 'anyone' },
  'routes/sign-in_.sso': { read: 'anyone' },
  'routes/sign-out': { change: 'account.own' },
  'routes/spot-checks.$id': { read: 'term.review', change: 'term.review' },
  'routes/terms.$id.confirmation': { change: 'term.review' },
  'routes/terms.$id.correction': { change: 'term.review' },
  'routes/terms.$id.fields': { read: 'term.review' },
  'routes/terms.$id.rejection': { change: 'term.review' },
  'routes/terms.$id.retraction': { change: 'term.review' },
  'routes/upload': { read: 'agreement.add', change: 'agreement.add' },
  'routes/upload.files': { change: 'agreement.add' },
  'routes/vendors._index': { read: 'register.read' },
  'routes/vendors.new': { read: 'vendor.edit', change: 'vendor.edit' },
  'routes/vendors.$slug': { read: 'register.read' },
  'routes/vendors.$slug_.assurance': { read: 'register.read', change: 'assurance.keep' },
  'routes/vendors.$slug_.assurance_.$id': { read: 'register.read' },
  'routes/vendors.$slug_.family': { read: 'register.read', change: 'term.review' },
  'routes/vendors.$slug_.edit': { read: 'vendor.edit', change: 'vendor.edit' },
}

/** Whether a role has a right: for the server's check, and for hiding in a page what would be refused. */
export const can = (role: Role, right: Right): boolean => rights[right].roles.includes(role)
