import { isConfirmed } from '#domain/policy/policy-term.ts'
import { listed } from '../format.ts'
import type { MatrixWords } from './words.ts'

const domains = (count: number) => (count === 1 ? '1 domaine' : `${count} domaines`)

export const french: MatrixWords = {
  locale: (asked) => (asked?.startsWith('fr') ? asked : 'fr-FR'),
  title: 'Matrice des responsabilités',
  deployment: 'Déploiement',
  head: {
    organisation: 'Organisation',
    vendor: 'Fournisseur',
    vendors: 'Fournisseurs',
    noneNamed: 'Aucun nommé',
    riskClass: 'Classe de risque',
    classes: {
      low: 'Faible',
      medium: 'Moyenne',
      medium_high: 'Moyenne à élevée',
      high: 'Élevée',
      critical: 'Critique',
    },
    preparedOn: 'État au',
    version: 'Version',
    owner: 'Responsable',
    nobodyNamed: 'Personne nommée',
    heldAgainst: 'Mesurée à',
    playbook: (title, version) => `${title}, version ${version}`,
  },
  area: 'Domaine',
  vendor: 'Fournisseur',
  customer: 'Client',
  sharedOrNobody: 'Partagé, personne',
  carriedBy: 'À la charge de',
  clause: 'Clause',
  note: 'Remarque',
  sides: { vendor: 'Fournisseur', customer: 'Client', shared: 'Partagé', unallocated: 'Personne' },
  saysNothing: 'ne dit rien',
  whoCarries: 'Qui assume quoi',
  nobodyCarries: (count) => `${domains(count)} à la charge de personne : décider avant le lancement`,
  summary({ vendor, customer, shared, unallocated }) {
    const carried = [
      `${vendor} à la charge du fournisseur`,
      `${customer} à la nôtre`,
      `${shared} ${shared > 1 ? 'partagés' : 'partagé'}`,
      `${unallocated || 'aucun'} à la charge de personne`,
    ]
    return `Sur ${domains(vendor + customer + shared + unallocated)} : ${listed(carried, 'fr-FR')}.`
  },
  moreClauses: (count) => `et ${count === 1 ? '1 autre clause' : `${count} autres clauses`}`,
  decidedBy: (who) => `(décidé par ${who})`,
  doubtful: 'La lecture est incertaine : voir la clause.',
  version(state) {
    if (!state) return 'projet'
    if (state.changed) return `projet, modifié depuis la version ${state.number}`
    return state.signed
      ? `${state.number}, signée par ${state.signed.by} le ${state.signed.at.slice(0, 10)}`
      : `${state.number}, non signée`
  },
  appendix: 'Annexe : les clauses citées',
  where({ citations, agreement }) {
    const [at] = citations
    return [
      agreement.title,
      ...(at?.clause ? [`clause ${at.clause}`] : []),
      ...(at ? [`page ${at.page}`] : []),
    ].join(', ')
  },
  confirmation: (term) =>
    isConfirmed(term)
      ? `Confirmée par ${term.people?.length ? term.people.join(' et ') : 'une personne'}`
      : '○ Pas encore confirmée par une personne',
  notAdvice:
    'Établi d’après ce qui a été lu dans les contrats nommés et ce que des personnes en ont décidé. ○ marque une clause que personne n’a encore confirmée. Ceci n’est pas un conseil juridique.',
  pages: ['Page ', ' sur '],
}
