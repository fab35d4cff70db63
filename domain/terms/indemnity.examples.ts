import type { z } from 'zod'
import type { indemnity } from './indemnity.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof indemnity)['value']>> = {
  says: [
    [
      { by: 'customer', covers: ['other'], exclusions: [], conditions: [] },
      "⟦If someone sues us because of the way you use the Services, you'll cover our losses and legal fees.⟧",
    ],
    [
      { by: 'customer', covers: ['other'], exclusions: [], conditions: [] },
      "⟦You are responsible for, and must compensate us for, any loss that a third party's claim causes us because you broke these Terms.⟧",
    ],
    [
      { by: 'vendor', covers: ['ip_infringement'], exclusions: [], conditions: [] },
      '⟦Subject to Section 9.3, the Provider undertakes at its own expense to defend the Customer or, at its option, settle each claim made against the Customer alleging that the use of the Platform infringes the intellectual property rights of a third party.⟧',
    ],
    [
      { by: 'vendor', covers: ['ip_infringement'], exclusions: [], conditions: [] },
      '⟦The Supplier holds the Customer harmless from claims of third parties which assert that the software infringes their intellectual property rights.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_use'], exclusions: [], conditions: [] },
      '⟦The Customer shall release the Supplier from all claims of third parties that are based on an unlawful use of the platform by the Customer.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_data'], exclusions: [], conditions: [] },
      '⟦Provider will be indemnified, defended and held harmless by Customer from any claim relating to Customer Data.⟧',
    ],
    [
      { by: 'mutual', covers: ['gross_negligence'], exclusions: [], conditions: [] },
      '⟦Each party (the "Indemnifying Party") shall indemnify the other party against third-party claims arising out of its wilful misconduct.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_data'], exclusions: [], conditions: [] },
      "⟦You agree that you will reimburse Provider, its officers and its employees for all damages, costs and attorneys' fees resulting from third-party claims about Your Content.⟧",
    ],
    [
      { by: 'vendor', covers: ['ip_infringement', 'output_ip'], exclusions: [], conditions: [] },
      '⟦Provider will defend Customer against any Customer Claim and indemnify Customer for the resulting damages.⟧ “Customer Claim” means a third-party claim alleging that the Services or Outputs violate an intellectual property right.',
    ],
    [
      {
        by: 'vendor',
        covers: ['ip_infringement'],
        exclusions: ['combination', 'customer_data'],
        conditions: [],
      },
      `8.1 ⟦Vendor shall indemnify Customer against claims that the Services infringe a copyright.⟧

8.2 ⟦Vendor will have no obligations under Section 8.1 to the extent the claim arises from a combination with other products or from Customer Data.⟧`,
    ],
    [
      { by: 'vendor', covers: ['ip_infringement'], exclusions: [], conditions: [] },
      '⟦Vendor shall defend, indemnify and hold Customer harmless against any third-party claim alleging that the Services infringe a patent or copyright.⟧',
    ],
    [
      { by: 'vendor', covers: ['ip_infringement', 'output_ip'], exclusions: [], conditions: [] },
      '⟦Provider will indemnify Customer from claims arising out of an allegation that Output infringes intellectual property of a third party.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_data'], exclusions: [], conditions: [] },
      '⟦Customer agrees to indemnify and hold Vendor harmless from any claim arising from Customer Data.⟧',
    ],
    [
      { by: 'mutual', covers: ['gross_negligence'], exclusions: [], conditions: [] },
      '⟦Each party shall indemnify the other against losses resulting from its gross negligence.⟧',
    ],
    [
      {
        by: 'vendor',
        covers: ['ip_infringement'],
        exclusions: ['combination', 'modification'],
        conditions: [],
      },
      '⟦Supplier shall indemnify Customer against claims that the Software infringes a copyright, except to the extent caused by combination with other products or modification by Customer.⟧',
    ],
    [
      {
        by: 'vendor',
        covers: ['ip_infringement', 'output_ip'],
        exclusions: ['fine_tuned_output', 'disabled_safety_filters', 'trademark_use'],
        conditions: [],
      },
      '⟦Vendor will defend Customer against any claim that Output infringes a third-party copyright.⟧ ⟦This indemnity does not apply where Output was produced by a fine-tuned model, where Customer disabled the safety filters, or to use of a trademark.⟧',
    ],
    [
      { by: 'vendor', covers: ['data_breach'], exclusions: [], conditions: ['notice', 'control'] },
      '⟦Vendor shall indemnify Customer against claims resulting from a Security Breach.⟧ The indemnified party shall give prompt notice and leave control of the defence to the other.',
    ],
    [
      { by: 'vendor', covers: ['death_or_injury'], exclusions: [], conditions: [] },
      '⟦The Supplier shall hold harmless the Customer from all liability arising out of death or bodily injury.⟧',
    ],
    [
      { by: 'customer', covers: ['law_violation', 'customer_use'], exclusions: [], conditions: [] },
      '⟦You will indemnify us for claims relating to your use of the Services in violation of applicable law.⟧',
    ],
    [
      { by: 'vendor', covers: ['confidentiality'], exclusions: [], conditions: [] },
      '⟦Provider agrees to indemnify Customer for losses caused by its breach of confidentiality.⟧',
    ],
    [
      { by: 'mutual', covers: ['law_violation', 'gross_negligence'], exclusions: [], conditions: [] },
      '⟦Each party shall indemnify, defend and hold harmless the other party from any third-party claim that arises out of its gross negligence or its violation of applicable law.⟧',
    ],
    [
      { by: 'vendor', covers: ['ip_infringement'], exclusions: [], conditions: [] },
      '⟦SUPPLIER SHALL AT ITS OWN EXPENSE INDEMNIFY AND HOLD HARMLESS CUSTOMER AGAINST ANY CLAIM THAT THE SOFTWARE INFRINGES A PATENT OR COPYRIGHT OF A THIRD PARTY.⟧',
    ],
    [
      { by: 'vendor', covers: ['data_breach'], exclusions: [], conditions: [] },
      '⟦Notwithstanding the limitation of liability, Provider shall indemnify Customer for all losses that result from a Data Breach caused by Provider.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_data', 'customer_use'], exclusions: [], conditions: [] },
      "⟦Customer will defend Vendor from and against any Vendor Claim and indemnify it for any judgment.⟧ “Vendor Claim” means any third-party claim that arises from (a) Inputs or other data that Customer provided, or (b) Customer's use of the Services in violation of these Terms.",
    ],
    [
      {
        by: 'vendor',
        covers: ['ip_infringement'],
        exclusions: ['customer_use', 'knew_infringing'],
        conditions: [],
      },
      '⟦Provider shall defend Customer against third-party claims that the Services infringe a patent. This does not apply to the extent the claim arises from use of the Output in a manner that Customer knows violates the rights of others.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_use'], exclusions: [], conditions: [] },
      '⟦You shall indemnify and hold us harmless from claims of third parties that arise from your apps.⟧',
    ],
    [
      { by: 'vendor', covers: ['ip_infringement'], exclusions: [], conditions: [] },
      '⟦If you are on the paid plan, Provider will indemnify you against claims by others that your use of the Services infringes their patents.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_data', 'customer_use'], exclusions: [], conditions: [] },
      '⟦You will defend and indemnify us against claims that arise from (i) your products (except to the extent the claim is about our service alone) or (ii) your inputs.⟧',
    ],
    [
      { by: 'customer', covers: ['customer_use'], exclusions: [], conditions: [] },
      "⟦You'll hold us harmless from claims that come from your use of the services.⟧",
    ],
  ],
  refuses: [
    'Provider shall have the right to assume the exclusive defence of any matter otherwise subject to indemnification by Customer.',
    'The maximum liability under the indemnity is USD 1,000,000.',
    "We'll reimburse your travel costs where a third party books the trip.",
    'We have no obligation to defend or indemnify you for claims based on the free version.',
    'The indemnified party shall promptly notify the indemnifying party of any claim and shall permit it to control the defence.',
    'Nothing in this Agreement requires Provider to indemnify Customer.',
    'Supplier shall maintain professional indemnity insurance with a reputable insurer for the whole of the term of this Agreement.',
    'The indemnifying party shall have sole control of the defence and settlement.',
    "Except for a party's obligation to indemnify, liability shall not exceed the fees paid.",
    'Vendor shall have no obligation to indemnify Customer for beta features.',
    'Nothing here requires a party to defend itself.',
    'The remedies in this section are the sole remedies for infringement.',
  ],
}
