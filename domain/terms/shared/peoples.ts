/** "Irish law", "the Swiss courts": the adjective of a people and the country whose law or courts are meant. */
const COUNTRIES: Record<string, string> = {
  english: 'England and Wales',
  swiss: 'Switzerland',
  french: 'France',
  german: 'Germany',
  irish: 'Ireland',
  dutch: 'Netherlands',
  italian: 'Italy',
  spanish: 'Spain',
  israeli: 'Israel',
  indian: 'India',
  chinese: 'China',
  japanese: 'Japan',
  swedish: 'Sweden',
  danish: 'Denmark',
  norwegian: 'Norway',
  finnish: 'Finland',
  belgian: 'Belgium',
  austrian: 'Austria',
  scottish: 'Scotland',
  luxembourgish: 'Luxembourg',
  portuguese: 'Portugal',
  polish: 'Poland',
  singaporean: 'Singapore',
  australian: 'Australia',
  canadian: 'Canada',
}

/** The names, for a pattern. */
export const PEOPLES = Object.keys(COUNTRIES)
  .map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`)
  .join('|')

/** "Ireland" for "Irish"; undefined for what is no people. */
export const countryOf = (people: string): string | undefined => COUNTRIES[people.toLowerCase()]
