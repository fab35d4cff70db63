import { controlRecords, evidenceOf, insertEvidence, setControl } from '#db/controls.ts'
import { eventsOf, recordEvent } from '#db/events.ts'
import { controlHistory, settingsOf, unshownSpans } from '#domain/governance/control-history.ts'
import {
  type ControlRecord,
  type ControlState,
  controlStates,
  type Evidence,
} from '#domain/governance/controls.ts'
import { addMonths } from '#domain/policy/calendar.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'

/** The controls that the deployment's class needs, as they stand on a day. */
export async function controlsOf(
  house: House,
  deployment: Deployment,
  date: string,
): Promise<ControlState[]> {
  return controlStates({
    riskClass: deployment.riskClass,
    rules: house.playbooks.governance.controls,
    records: await controlRecords(house.db, deployment.id),
    evidence: await evidenceOf(house.db, deployment.id),
    date,
  })
}

const setAction = (control: string) => `set the control ${control} of`

/** Records owner and status of a control. */
export async function recordControl(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  record: ControlRecord,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const before = (await controlRecords(trx, deployment.id)).find((r) => r.control === record.control)
    await setControl(trx, deployment.id, record)
    await recordEvent(trx, {
      actor: user.email,
      action: setAction(record.control),
      subject: 'deployment',
      subjectId: deployment.id,
      before: before && { ...before },
      after: { ...record },
    })
  })
}

export type NewEvidence = Pick<Evidence, 'kind' | 'title' | 'detail' | 'passed'> & {
  control: string
  /** ISO date; when left out, as long as the control's evidence holds by the rules. */
  expiresOn?: string
  file?: { name: string; bytes: Uint8Array }
}

/** Records what shows that a control works. A file is kept as an original under its hash. */
export async function addEvidence(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  { file, ...evidence }: NewEvidence,
  date: string,
): Promise<void> {
  const { controls } = house.playbooks.governance.controls
  const months = controls.find((c) => c.id === evidence.control)?.months ?? 6
  const sha256 = file ? await house.originals.put(file.bytes) : null
  await house.db.transaction().execute(async (trx) => {
    await insertEvidence(trx, deployment.id, {
      ...evidence,
      fileName: file?.name ?? null,
      sha256,
      expiresOn: evidence.expiresOn ?? addMonths(date, months),
      recordedBy: user.email,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: `recorded evidence for the control ${evidence.control} of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { title: evidence.title, kind: evidence.kind, passed: evidence.passed, sha256 },
    })
  })
}

/** How one control of a deployment came to stand as it does. */
export async function controlHistoryOf(house: House, deployment: Deployment, control: string, date: string) {
  const { controls } = house.playbooks.governance.controls
  const state = (await controlsOf(house, deployment, date)).find((one) => one.id === control)
  const definition = controls.find((one) => one.id === control)
  const evidence = (await evidenceOf(house.db, deployment.id)).filter((e) => e.control === control)
  const events = await eventsOf(house.db, 'deployment', deployment.id, { action: setAction(control) })
  if (!definition && evidence.length + events.length === 0) return undefined
  return {
    control: { id: control, title: definition?.title ?? control, describes: definition?.describes ?? '' },
    /** Null where its class does not ask for it. */
    state: state
      ? { standing: state.standing, status: state.status, owner: state.owner, why: state.why }
      : null,
    entries: controlHistory(settingsOf(control, events), evidence, date),
    unshown: unshownSpans(evidence, date),
  }
}
