import type { z } from 'zod'
import type { acceptableUse } from './acceptable-use.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof acceptableUse)['value']>> = {
  says: [
    [
      { prohibited: ['competing_models', 'reverse_engineering'] },
      '⟦Customer shall not (a) reverse engineer the Services; or (b) use Output to develop models that compete with Vendor.⟧',
    ],
    [
      { prohibited: ['medical', 'legal', 'financial'] },
      '⟦Customer may not use the Services to give medical, legal or financial advice.⟧',
    ],
    [
      { prohibited: ['minors', 'reverse_engineering', 'benchmarking'] },
      `⟦Customer will not, and will not permit others to:

(a) decompile or disassemble the Platform;

(b) publish any benchmark of the Services; or

(c) allow children to use the Services.⟧`,
    ],
    [
      { prohibited: ['safety_critical'] },
      '⟦The Software is not designed for use in nuclear facilities or air traffic control and Licensee shall not use it there.⟧',
    ],
    [
      { prohibited: ['employment', 'credit', 'insurance'] },
      '⟦You must not use the API to decide about hiring, credit or insurance.⟧',
    ],
    [{ prohibited: ['biometric'] }, '⟦Use of the Services for facial recognition is prohibited.⟧'],
    [
      { prohibited: ['automated_decisions'] },
      '⟦Customer shall not use the Services for automated decisions that have legal or similarly significant effects.⟧',
    ],
    [{ prohibited: ['medical'] }, '⟦Licensee agrees not to use the system for diagnosis.⟧'],
    [
      { prohibited: ['competing_models'] },
      '⟦Customer will not access the Services in order to build a competing product or service.⟧',
    ],
    [
      { prohibited: ['other'] },
      '⟦Customer shall not: (a) use the Services in breach of law; (b) sell its account; or (c) overload the systems.⟧',
    ],
    [
      { prohibited: ['employment', 'credit'] },
      '⟦CUSTOMER SHALL NOT USE THE SERVICES TO MAKE EMPLOYMENT OR CREDIT DECISIONS ABOUT ANY PERSON, UNLESS A HUMAN HAS REVIEWED EACH OF THEM.⟧',
    ],
    [
      { prohibited: ['reverse_engineering', 'benchmarking'] },
      '⟦Licensee may not reverse engineer the software, nor shall it publish the results of any benchmark tests of the software without consent.⟧',
    ],
    [
      { prohibited: ['minors'] },
      '⟦You may not use the services if you are under 13 years of age, or allow anybody under that age to use them.⟧',
    ],
    [
      { prohibited: ['safety_critical'] },
      '⟦Neither Customer nor its users shall use the outputs to operate weapons, aircraft or life-support systems, notwithstanding any permission given elsewhere in this Agreement.⟧',
    ],
    [
      { prohibited: ['competing_models'] },
      '⟦Customer shall not use any Output to train large language models or other artificial intelligence systems.⟧',
    ],
    [
      { prohibited: ['competing_models'] },
      '⟦You may not use our Platform to develop machine-learning models.⟧',
    ],
    [
      { prohibited: ['medical', 'biometric'] },
      '⟦You may not use AIs in a manner that gives medicine or sorts people by biometric data.⟧',
    ],
    [
      { prohibited: ['biometric'] },
      "⟦Don't use the assistant for facial identification or to collect biometric data of others.⟧",
    ],
    [
      { prohibited: ['employment', 'credit', 'insurance'] },
      '⟦Outputs shall not be used for decisions about credit, insurance or employment.⟧',
    ],
    [{ prohibited: ['minors'] }, '⟦If you are younger than 16, you must not use the services.⟧'],
    [
      { prohibited: ['safety_critical'] },
      'THE SERVICES ARE NOT DESIGNED OR INTENDED FOR USE IN NUCLEAR FACILITIES, AIRCRAFT NAVIGATION OR LIFE-SUPPORT SYSTEMS.',
    ],
    [
      { prohibited: ['automated_decisions'] },
      'The Client shall procure that its users do not use the Outputs for taking solely automated decisions about individuals.',
    ],
    [
      { prohibited: ['employment', 'credit'] },
      'The Controller does not use the system for decisions on employment or creditworthiness.',
    ],
    [
      { prohibited: ['medical'] },
      'The Services are not a medical device and must not be used for diagnosis.',
    ],
  ],
  refuses: [
    'Nothing in this Agreement shall prevent Customer from using the services together with the products of other suppliers.',
    'Vendor shall not use Customer Data to train models.',
    'Neither party shall use the name of the other in its marketing.',
    'Customer shall not be liable for indirect damages.',
    'Customer may use the Services for its internal business.',
    'Provider offers legal and financial advice to its members.',
  ],
}
