import type { Operation } from '../operation.ts'
import { agreementOperations } from './agreements.server.ts'
import { deadlineOperations } from './deadlines.server.ts'
import { deploymentOperations } from './deployments.server.ts'
import { governanceOperations } from './governance.server.ts'
import { searchOperations } from './search.server.ts'
import { vendorOperations } from './vendors.server.ts'

/** Everything the API can be asked. A new operation goes into the list of its area, a new area is a line here. */
export const operations: Operation[] = [
  ...vendorOperations,
  ...agreementOperations,
  ...deploymentOperations,
  ...governanceOperations,
  ...deadlineOperations,
  ...searchOperations,
]
