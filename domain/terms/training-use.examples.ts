import type { z } from 'zod'
import type { Examples } from './term.ts'
import type { trainingUse } from './training-use.ts'

export const examples: Examples<z.infer<(typeof trainingUse)['value']>> = {
  says: [
    [{ permitted: 'yes', material: ['feedback'] }, '⟦Feedback may be used by Supplier for any purpose.⟧'],
    [
      [
        { permitted: 'no', material: ['customer_data'] },
        { permitted: 'yes', material: ['usage_data', 'deidentified'] },
      ],
      '⟦Vendor shall not use Customer Data to train or improve any model, except that Vendor may use aggregated and de-identified usage data to improve the Service.⟧',
    ],
    [
      { permitted: 'opt_in', material: ['customer_data'] },
      "⟦Vendor will not use Customer Data to train or fine-tune any AI models without Customer's prior permission.⟧",
    ],
    [
      { permitted: 'no', material: ['prompts', 'outputs', 'customer_data'] },
      '⟦Vendor may not train models on Customer Content.⟧ Inputs and Outputs are together “Customer Content”.',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      '⟦Vendor will not use Customer Data to train its models.⟧',
    ],
    [
      { permitted: 'opt_in', material: ['customer_data'] },
      '⟦Provider shall not use Customer Content to improve the Services unless Customer opts in.⟧',
    ],
    [
      { permitted: 'opt_in', material: ['prompts', 'outputs'] },
      '⟦We will never train our models on your prompts or outputs without your prior written consent.⟧',
    ],
    [
      { permitted: 'opt_out', material: ['prompts', 'outputs'] },
      '⟦Vendor may use Inputs and Outputs to train its artificial intelligence models unless Customer has opted out.⟧',
    ],
    [{ permitted: 'yes', material: ['feedback'] }, '⟦Vendor may use Feedback to improve its products.⟧'],
    [
      { permitted: 'yes', material: ['usage_data', 'deidentified'] },
      '⟦Provider may use aggregated usage data to develop and improve the Services.⟧',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      '⟦For the avoidance of doubt, personal data is not used for training of large language models.⟧',
    ],
    [
      { permitted: 'opt_out', material: ['customer_data'] },
      '⟦We may use your content to improve our models.⟧ You can opt out in the settings.',
    ],
    [
      { permitted: 'no', material: ['prompts', 'outputs', 'customer_data'] },
      '“Customer Content” means Input and Output. ⟦Neither Vendor nor its subcontractors will use Customer Content to fine-tune any model.⟧',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      '⟦The Supplier shall ensure that no Customer Data is used for training any machine learning model.⟧',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      '⟦NOTWITHSTANDING ANYTHING IN ITS PRIVACY POLICY, PROVIDER SHALL NOT USE CUSTOMER DATA TO TRAIN, RETRAIN OR FINE-TUNE ANY MACHINE LEARNING MODEL.⟧',
    ],
    [
      { permitted: 'opt_in', material: ['prompts', 'outputs'] },
      '⟦Vendor shall not use the prompts or outputs of Customer for the training of its models except with the prior written consent of Customer.⟧',
    ],
    [
      { permitted: 'yes', material: ['deidentified'] },
      '⟦Supplier may use de-identified data to train and improve its artificial intelligence models, provided that the data cannot be traced to a person.⟧',
    ],
    [
      { permitted: 'yes', material: ['feedback'] },
      'Vendor may act on feedback that Customer gives it without any obligation to Customer.',
    ],
    [
      { permitted: 'yes', material: ['deidentified'] },
      '⟦Save where Customer has chosen not to keep logs, Provider may create and use, for any lawful purpose, de-identified data that cannot be traced to anybody.⟧',
    ],
    [
      { permitted: 'yes', material: ['feedback'] },
      'Supplier is free to use suggestions and feedback of its customers for any purpose.',
    ],
    [
      { permitted: 'yes', material: ['customer_data'] },
      '⟦You authorise us to use and keep content that is not personal data, and to improve our machine-learning models with it.⟧',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      '⟦Vendor will process customer content in relation to your use of the paid tier, and will not use customer content to train its models.⟧',
    ],
    [
      { permitted: 'yes', material: ['customer_data'] },
      "⟦We don't own what you upload, but we may use your content to run the assistant and improve it.⟧",
    ],
    [
      { permitted: 'opt_out', material: ['customer_data'] },
      'We may use your content to train our models. You can turn this off in your settings.',
    ],
    [{ permitted: 'no', material: ['customer_data'] }, "We don't train on your content. Ever."],
    [
      { permitted: 'no', material: ['prompts', 'outputs'] },
      "Your prompts and outputs aren't used to train our models.",
    ],
    [
      { permitted: 'opt_out', material: ['customer_data'] },
      'By default, we use your content to train our models; switch this off at any time under Settings > Data controls.',
    ],
    [
      { permitted: 'opt_in', material: ['customer_data'] },
      'We only use your content to improve our models if you choose to share it with us.',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      'The use of personal data for the training of AI models by the Processor is excluded.',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      'Any use of personal data for the training or further development of AI models is prohibited.',
    ],
    [
      { permitted: 'no', material: ['prompts', 'outputs', 'customer_data'] },
      'The Supplier shall refrain from using the Client Data, including any prompts and outputs, for training purposes.',
    ],
    [
      { permitted: 'opt_in', material: ['customer_data'] },
      'The Processor trains its models with personal data only if the Controller has expressly consented.',
    ],
    [
      { permitted: 'no', material: ['customer_data'] },
      'Nothing in this Agreement entitles the Supplier to use Client Data to train any AI model.',
    ],
    [
      { permitted: 'no', material: ['prompts'] },
      "We won't ever train on your prompts, and you can turn off history at any time.",
    ],
  ],
  unsure: [[{ permitted: 'yes', material: ['customer_data'] }, '⟦Training of models on Customer Data.⟧']],
  refuses: [
    'Supplier shall train its personnel in data protection at least once a year and shall keep records of that training.',
    'Customer may not use Output to develop models that compete with Vendor.',
    'Vendor shall provide security training to its employees.',
    'Vendor will train up to five Customer users on the use of the Software.',
    'Confidential Information does not include information independently developed without use of the disclosed data.',
    'Provider will use commercially reasonable efforts to improve availability.',
    'Customer may use its data to train its own staff.',
    'Client will not, and will not permit any third party to, use any Output to train artificial intelligence models.',
    'This warranty does not cover training data provided by Customer.',
    'We have published a note about the training methods of our foundation model and how it goes about content generation.',
    "When your users open applications that you've developed with the platform, your own policy governs how personal information is processed.",
    'Developers of plug-ins that use personal data say in a notice of their own how their services process it.',
    'The licence does not cover feedback, such as suggestions to improve our services.',
    "Don't use outputs to train AI models.",
    'Use of Outputs to train artificial intelligence models is prohibited.',
    'Users should not use Output to train models.',
  ],
}
