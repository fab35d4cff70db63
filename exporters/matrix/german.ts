import { isConfirmed } from '#domain/policy/policy-term.ts'
import { listed } from '../format.ts'
import type { MatrixWords } from './words.ts'

const areas = (count: number) => (count === 1 ? '1 Bereich' : `${count} Bereiche`)

export const german: MatrixWords = {
  locale: (asked) => (asked?.startsWith('de') ? asked : 'de-DE'),
  title: 'Verantwortungsmatrix',
  deployment: 'Einsatz',
  head: {
    organisation: 'Organisation',
    vendor: 'Anbieter',
    vendors: 'Anbieter',
    noneNamed: 'Keiner genannt',
    riskClass: 'Risikoklasse',
    classes: {
      low: 'Niedrig',
      medium: 'Mittel',
      medium_high: 'Mittel-hoch',
      high: 'Hoch',
      critical: 'Kritisch',
    },
    preparedOn: 'Stand',
    version: 'Fassung',
    owner: 'Zuständig',
    nobodyNamed: 'Niemand genannt',
    heldAgainst: 'Gemessen an',
    playbook: (title, version) => `${title}, Fassung ${version}`,
  },
  area: 'Bereich',
  vendor: 'Anbieter',
  customer: 'Kunde',
  sharedOrNobody: 'Geteilt, niemand',
  carriedBy: 'Trägt',
  clause: 'Klausel',
  note: 'Bemerkung',
  sides: { vendor: 'Anbieter', customer: 'Kunde', shared: 'Geteilt', unallocated: 'Niemand' },
  saysNothing: 'sagt nichts',
  whoCarries: 'Wer trägt was',
  nobodyCarries: (count) => `${areas(count)} trägt niemand: vor dem Start entscheiden`,
  summary({ vendor, customer, shared, unallocated }) {
    const carried = [
      `trägt der Anbieter ${vendor}`,
      `tragen wir ${customer}`,
      `${shared === 1 ? 'ist 1' : `sind ${shared}`} geteilt`,
      `${unallocated === 0 ? 'bleibt keiner' : unallocated === 1 ? 'bleibt 1' : `bleiben ${unallocated}`} ohne jemanden`,
    ]
    return `Von ${vendor + customer + shared + unallocated} Bereichen ${listed(carried, 'de-DE')}.`
  },
  moreClauses: (count) => `und ${count === 1 ? '1 weitere Klausel' : `${count} weitere Klauseln`}`,
  decidedBy: (who) => `(entschieden von ${who})`,
  doubtful: 'Die Lesung ist unsicher: bitte die Klausel ansehen.',
  version(state) {
    if (!state) return 'Entwurf'
    if (state.changed) return `Entwurf, geändert seit Fassung ${state.number}`
    return state.signed
      ? `${state.number}, gezeichnet von ${state.signed.by} am ${state.signed.at.slice(0, 10)}`
      : `${state.number}, nicht gezeichnet`
  },
  appendix: 'Anhang: die angeführten Klauseln',
  where({ citations, agreement }) {
    const [at] = citations
    return [
      agreement.title,
      ...(at?.clause ? [`Klausel ${at.clause}`] : []),
      ...(at ? [`Seite ${at.page}`] : []),
    ].join(', ')
  },
  confirmation: (term) =>
    isConfirmed(term)
      ? `Bestätigt von ${term.people?.length ? term.people.join(' und ') : 'einer Person'}`
      : '○ Noch von niemandem bestätigt',
  notAdvice:
    'Erstellt aus dem, was in den genannten Verträgen gelesen wurde und was Personen dazu entschieden haben. ○ kennzeichnet eine Klausel, die noch niemand bestätigt hat. Dies ist keine Rechtsberatung.',
  pages: ['Seite ', ' von '],
}
