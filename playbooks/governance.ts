import { ExerciseLibrary } from '#domain/governance/exercises.ts'
import { IncidentRules } from '#domain/governance/incidents.ts'
import { LossModel } from '#domain/governance/loss.ts'
import { MeasureRules } from '#domain/governance/measures.ts'
import { IntentLibrary } from '#domain/governance/uses.ts'
import { MatrixTemplates } from '#domain/register/matrix.ts'
import exercises from './exercises.json' with { type: 'json' }
import incidentsData from './incidents.json' with { type: 'json' }
import intentLibrary from './intents.json' with { type: 'json' }
import lossScenarios from './loss-scenarios.json' with { type: 'json' }
import measures from './measures.json' with { type: 'json' }
import templates from './responsibility-templates.json' with { type: 'json' }

/** What incidents, exercises, uses and measures go by, as data. Each throws a ZodError at start that names what is wrong in it. */

export const intents: IntentLibrary = IntentLibrary.parse(intentLibrary)
export const incidentRules: IncidentRules = IncidentRules.parse(incidentsData)
/** Numbers to begin with, to be replaced with one’s own. */
export const startingLossModel: LossModel = LossModel.parse(lossScenarios)
export const exerciseLibrary: ExerciseLibrary = ExerciseLibrary.parse(exercises)
export const measureRules: MeasureRules = MeasureRules.parse(measures)
export const matrixTemplates: MatrixTemplates = MatrixTemplates.parse(templates)
