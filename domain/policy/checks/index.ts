import type { Test } from '../playbook.ts'
import { deletion, permittedUse, retention, subprocessors, training } from './data.ts'
import { cap, exclusionExcepts, indemnity, insurance, uncapped } from './liability.ts'
import { audit, cooperation, incidentNotice, serviceLevel } from './oversight.ts'
import { change, exit, modelChange, renewalNotice } from './time.ts'
import type { CheckContext, Verdict } from './verdict.ts'

/** Holds what was found against one requirement. */
export function check(test: Test, context: CheckContext): Verdict {
  switch (test.kind) {
    case 'cap':
      return cap(test, context)
    case 'uncapped':
      return uncapped(test, context)
    case 'indemnity':
      return indemnity(test, context)
    case 'exclusion_excepts':
      return exclusionExcepts(test, context)
    case 'training':
      return training(test, context)
    case 'retention':
      return retention(test, context)
    case 'deletion':
      return deletion(test, context)
    case 'incident_notice':
      return incidentNotice(test, context)
    case 'cooperation':
      return cooperation(test, context)
    case 'audit':
      return audit(test, context)
    case 'change':
      return change(test, context)
    case 'model_change':
      return modelChange(test, context)
    case 'exit':
      return exit(test, context)
    case 'service_level':
      return serviceLevel(test, context)
    case 'subprocessors':
      return subprocessors(test, context)
    case 'insurance':
      return insurance(test, context)
    case 'permitted_use':
      return permittedUse(test, context)
    case 'renewal_notice':
      return renewalNotice(test, context)
  }
}
