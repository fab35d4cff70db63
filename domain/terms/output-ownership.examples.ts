import type { z } from 'zod'
import type { outputOwnership } from './output-ownership.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof outputOwnership)['value']>> = {
  says: [
    [{ owner: 'customer', covers: ['outputs'] }, '⟦Customer owns all Output.⟧'],
    [
      { owner: 'customer', covers: ['outputs', 'prompts'] },
      '⟦As between the parties, Customer retains all rights in Input and owns all Output.⟧',
    ],
    [
      { owner: 'customer', covers: ['outputs'] },
      '⟦Vendor hereby assigns to Customer all right, title and interest in and to Output.⟧',
    ],
    [
      { owner: 'vendor', covers: ['embeddings'] },
      '⟦Vendor owns all embeddings derived from the use of the Services.⟧',
    ],
    [{ owner: 'customer', covers: ['fine_tuned_models'] }, '⟦Fine-tuned models are owned by Customer.⟧'],
    [
      { owner: 'customer', covers: ['outputs', 'prompts'] },
      '⟦You retain ownership of your prompts.⟧ ⟦You own the outputs.⟧',
    ],
    [
      { owner: 'vendor', covers: ['outputs'] },
      '⟦Provider retains all right, title and interest in the Output and licenses it to Customer.⟧',
    ],
    [
      { owner: 'customer', covers: ['outputs', 'customer_data'] },
      '⟦All Customer Data and Outputs are the property of Customer.⟧',
    ],
    [{ owner: 'customer', covers: ['outputs'] }, '⟦Title to Output vests in Customer upon creation.⟧'],
    [
      { owner: 'customer', covers: ['outputs'] },
      '⟦AS BETWEEN THE PARTIES AND TO THE EXTENT PERMITTED BY LAW, CUSTOMER OWNS ALL RIGHT, TITLE AND INTEREST IN AND TO THE OUTPUT.⟧',
    ],
    [
      { owner: 'customer', covers: ['fine_tuned_models'] },
      '⟦Notwithstanding the ownership by Vendor of its base models, Customer shall own all fine-tuned models that are created with its data.⟧',
    ],
    [
      { owner: 'customer', covers: ['outputs'] },
      '⟦Supplier shall not acquire any right in the output, which shall be the exclusive property of the Customer upon its creation.⟧',
    ],
    [
      { owner: 'customer', covers: ['outputs', 'customer_data'] },
      '⟦Customer retains all right, title and interest in and to the Customer Data and the Output, and Vendor obtains no rights in it other than those expressly granted.⟧',
    ],
    [
      { owner: 'customer', covers: ['outputs', 'prompts'] },
      'Supplier acknowledges that Client owns all Output and keeps every right in its prompts.',
    ],
    [{ owner: 'customer', covers: ['outputs'] }, 'Provider acquires no rights in the Output.'],
    [{ owner: 'customer', covers: ['outputs'] }, 'Customer owns the Output generated from its Inputs.'],
    [{ owner: 'customer', covers: ['outputs'] }, "We don't claim ownership of the output."],
    [
      { owner: 'vendor', covers: ['fine_tuned_models'] },
      'All intellectual property rights in any fine-tuned models shall remain vested in the Supplier.',
    ],
    [
      { owner: 'customer', covers: ['fine_tuned_models', 'embeddings'] },
      'Fine-tuned models and embeddings created from Customer Data shall be the sole property of Customer.',
    ],
    [
      [
        { owner: 'customer', covers: ['outputs'] },
        { owner: 'vendor', covers: ['fine_tuned_models'] },
      ],
      'Customer is the owner of Output. Provider is the owner of any Fine-Tuned Models.',
    ],
    [{ owner: 'customer', covers: ['outputs'] }, 'Title to the Outputs passes to Customer on generation.'],
  ],
  refuses: [
    'Supplier retains all right, title and interest in and to its software, its documentation and the trademarks under which it sells them.',
    'Vendor owns all rights in the Services.',
    'Customer warrants that it owns the rights in the Input.',
    'Responses generated for other users do not constitute Output owned by Customer.',
    'Customer is responsible for the Output.',
    'Vendor retains Outputs for thirty days.',
  ],
}
