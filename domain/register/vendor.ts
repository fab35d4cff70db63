import { z } from 'zod'

/** A vendor as people enter it. */
export const VendorInput = z.object({
  name: z.string().trim().min(1, 'Give the vendor a name.').max(200),
  website: z
    .union([z.literal(''), z.url('Write the address in full, like https://example.com.')])
    .default(''),
  owner: z.string().trim().max(200).default(''),
  notes: z.string().trim().max(5000).default(''),
  /** Where notices go, line by line; '' where the notices clause says it. */
  noticeAddress: z.string().trim().max(1000).default(''),
})
export type VendorInput = z.infer<typeof VendorInput>

export const Vendor = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  website: z.string().nullable(),
  owner: z.string().nullable(),
  notes: z.string().nullable(),
  noticeAddress: z.string().nullable(),
})
export type Vendor = z.infer<typeof Vendor>
