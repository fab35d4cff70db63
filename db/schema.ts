import type { Selectable } from 'kysely'
import type { AccessTables } from './tables/access.ts'
import type { AutomationTables } from './tables/automation.ts'
import type { FamilyTables } from './tables/families.ts'
import type { GapWorkTables } from './tables/gap-work.ts'
import type { GovernanceTables } from './tables/governance.ts'
import type { JobsTables } from './tables/jobs.ts'
import type { MatrixTables } from './tables/matrix.ts'
import type { PolicyTables } from './tables/policy.ts'
import type { ProcurementTables } from './tables/procurement.ts'
import type { RegisterTables } from './tables/register.ts'
import type { RetentionTables } from './tables/retention.ts'
import type { ReviewTables } from './tables/review.ts'
import type { SearchTables } from './tables/search.ts'
import type { StandingTables } from './tables/standing.ts'

/**
 * The tables, as the queries see them, a file an area in `tables/`. Ids are UUIDs, days ISO dates, moments ISO 8601 in
 * UTC, flags 0 or 1, and columns that end in `_json` hold JSON that its query file parses with the zod schema of the
 * domain.
 */
export interface Schema
  extends RegisterTables,
    AccessTables,
    PolicyTables,
    ReviewTables,
    GapWorkTables,
    FamilyTables,
    GovernanceTables,
    AutomationTables,
    JobsTables,
    ProcurementTables,
    RetentionTables,
    SearchTables,
    MatrixTables,
    StandingTables {}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
