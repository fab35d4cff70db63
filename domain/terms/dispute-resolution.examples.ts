import type { z } from 'zod'
import type { disputeResolution } from './dispute-resolution.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof disputeResolution)['value']>> = {
  says: [
    [{ forum: 'courts', seat: 'Vienna' }, '⟦The courts in Vienna have sole jurisdiction for all disputes.⟧'],
    [
      { forum: 'courts', seat: 'Dublin, Ireland' },
      "⟦If we can't sort it out, any lawsuit has to be filed in the courts of Dublin, Ireland.⟧",
    ],
    [{ forum: 'courts', seat: 'Hamburg' }, '⟦Place of jurisdiction for all disputes is Hamburg.⟧'],
    [
      { forum: 'arbitration', seat: 'London', rules: 'LCIA' },
      '⟦Any dispute shall be finally settled under the LCIA rules by one arbitrator; the seat of arbitration is London.⟧',
    ],
    [
      { forum: 'courts', seat: 'Santa Clara County, California' },
      '⟦We both agree to go to the courts in Santa Clara County, California for any dispute.⟧',
    ],
    [
      { forum: 'arbitration', seat: 'Amsterdam', rules: 'NAI' },
      '⟦Disputes go to arbitration under the NAI rules in Amsterdam.⟧',
    ],
    [
      { forum: 'courts', seat: 'Wilmington, Delaware' },
      '⟦The parties submit to the exclusive jurisdiction of the state and federal courts located in Wilmington, Delaware for any dispute arising out of this Agreement.⟧',
    ],
    [
      { forum: 'courts', seat: 'England and Wales' },
      '⟦Each party irrevocably agrees that the courts of England and Wales shall have exclusive jurisdiction to settle any dispute or claim arising out of or in connection with this Agreement.⟧',
    ],
    [
      { forum: 'courts', seat: 'Ireland' },
      '⟦Any dispute arising from this Agreement shall be resolved exclusively by the Irish courts, to whose jurisdiction both parties submit.⟧',
    ],
    [
      { forum: 'courts', seat: 'King County, Washington' },
      '⟦ANY ACTION ARISING OUT OF THIS AGREEMENT SHALL BE BROUGHT EXCLUSIVELY IN THE COURTS LOCATED IN KING COUNTY, WASHINGTON, AND EACH PARTY CONSENTS TO THE JURISDICTION OF SUCH COURTS.⟧',
    ],
    [
      { forum: 'arbitration', seat: 'Chicago, Illinois', rules: 'American Arbitration Association' },
      '⟦Any controversy or claim arising out of this Agreement shall be settled by binding arbitration held in Chicago, Illinois and administered by the American Arbitration Association.⟧',
    ],
    [
      { forum: 'arbitration', seat: 'Singapore', rules: 'SIAC' },
      '⟦Any dispute arising out of this contract shall be referred to and finally resolved by arbitration in accordance with the rules of SIAC for the time being in force, and the seat of the arbitration shall be Singapore.⟧',
    ],
    [
      {
        forum: 'arbitration',
        seat: 'Paris',
        rules: 'Rules of Arbitration of the International Chamber of Commerce',
      },
      '⟦All disputes shall be finally settled under the Rules of Arbitration of the International Chamber of Commerce by three arbitrators.⟧ The place of arbitration shall be Paris and the language of the arbitration shall be English.',
    ],
    [
      { forum: 'arbitration', rules: 'JAMS', classWaiver: true },
      '⟦You and we agree that any dispute will be resolved by binding arbitration under the rules of JAMS and not in court.⟧ Claims may be brought only on an individual basis and not as a plaintiff in any class or representative action.',
    ],
    [
      { forum: 'mediation_first' },
      '⟦Before commencing any proceedings, the parties shall first attempt in good faith to resolve the dispute by mediation with a mediator chosen by both of them.⟧',
    ],
    [
      { forum: 'courts', seat: 'Travis County, Texas' },
      '⟦Venue for any suit under this Agreement shall lie exclusively in the district courts of Travis County, Texas, and each party waives any objection to the convenience of that forum.⟧',
    ],
    [
      { forum: 'courts', seat: 'Munich' },
      '⟦The courts of Munich shall have exclusive jurisdiction over all disputes arising out of or in connection with this Agreement, if the customer is a merchant.⟧',
    ],
    [
      { forum: 'courts', seat: 'Toronto, Ontario' },
      '⟦Any legal suit, action or proceeding arising out of this Agreement will be brought only in the courts sitting in Toronto, Ontario.⟧',
    ],
    [
      { forum: 'arbitration', seat: 'London', rules: 'LCIA' },
      '⟦Any dispute, including any question regarding its existence, validity or termination, shall be referred to and finally resolved by arbitration under the LCIA rules, and the seat of arbitration shall be London.⟧',
    ],
    [
      { forum: 'mediation_first' },
      '⟦If a dispute is not resolved by negotiation within thirty (30) days, the parties shall attempt to settle it by mediation before either of them goes to court.⟧',
    ],
    [
      { forum: 'courts', seat: 'Frankfurt' },
      '⟦Exclusive place of jurisdiction for all disputes arising from this contract shall be the courts in Frankfurt, unless mandatory law provides otherwise.⟧',
    ],
    [
      [
        { forum: 'arbitration', seat: 'Vienna, Austria' },
        { forum: 'arbitration', seat: 'Denver, Colorado' },
      ],
      '⟦Every Dispute will be decided by final and binding arbitration. For Customers residing in Europe, Disputes will be determined by a sole arbitrator in Vienna, Austria. For Customers residing elsewhere, Disputes will be determined by a sole arbitrator in Denver, Colorado.⟧',
    ],
    [
      { forum: 'arbitration', classWaiver: true },
      'CLAIMS ARE SETTLED BY BINDING ARBITRATION AND BOTH OF US ARE WAIVING CLASS ACTIONS.',
    ],
    [
      { forum: 'courts' },
      '⟦Failing that, each of them may file a lawsuit with a court at the registered office of Supplier.⟧',
    ],
    [
      { forum: 'courts', seat: 'Norway' },
      '⟦Proceedings that are not required to be resolved via arbitration shall be brought exclusively in the courts of Norway.⟧',
    ],
    [
      { forum: 'courts', seat: 'Malta' },
      'Clause 18 ⟦(Jurisdiction): forum and jurisdiction will be the Republic of Malta.⟧',
    ],
    [
      { forum: 'courts', seat: 'Lisbon' },
      '⟦Any claim of a business shall be resolved by a competent court in Lisbon and Portuguese law applies to it.⟧',
    ],
    [
      { forum: 'arbitration' },
      '⟦Disputes are resolved by final and binding arbitration.⟧ The arbitrator decides everything but what the courts of Portland, Oregon may decide: whether this clause is valid.',
    ],
    [{ forum: 'courts', seat: 'Belgium' }, '⟦You can file legal disputes in the courts of Belgium.⟧'],
  ],
  refuses: [
    'A lawsuit filed in a court does not stop interest.',
    'If a court of competent jurisdiction holds any provision invalid, the rest remains.',
    'Customer shall comply with any order of a court.',
    'If any provision of this Agreement is held by a court of competent jurisdiction to be invalid, the remaining provisions shall remain in full force.',
    'This Agreement shall be governed by the laws of the State of New York, without regard to its conflict of laws principles.',
    'The receiving party may disclose Confidential Information that it is compelled to disclose by a court order or by law, provided that it gives prompt notice.',
    'Either party may seek injunctive relief in any court of competent jurisdiction to protect its intellectual property and confidential information.',
    'Customer will compensate us for what we spend on it, including litigation fees, arbitration fees and the costs of claims that are settled.',
    'If a provision is invalid in any jurisdiction, it stays valid in any other jurisdiction and the rest is enforced.',
  ],
}
