import { pageOfIds } from '#db/pages.ts'
import { vendorById, vendorBySlug, vendors } from '#db/vendors.ts'
import { Vendor, VendorInput } from '#domain/register/vendor.ts'
import type { House } from '../../house.server.ts'
import { addVendor, editVendor } from '../../vendors.server.ts'
import { operation, patchOf } from '../operation.ts'
import { Paged, pageOfRows, pageSchema } from '../paging.ts'
import { ApiProblem, invalid, notFound } from '../problem.ts'

const tag = 'Vendors'

async function required({ db }: House, id: string): Promise<Vendor> {
  const vendor = (await vendorById(db, id)) ?? (await vendorBySlug(db, id))
  if (!vendor) throw notFound('vendor')
  return vendor
}

const taken = (name: string) =>
  new ApiProblem(
    'conflict',
    `There is a vendor named "${name}" already. Change that one, or give another name.`,
  )

export const vendorOperations = [
  operation({
    id: 'listVendors',
    method: 'get',
    path: '/vendors',
    tag,
    summary: 'Vendors, the oldest first',
    right: 'register.read',
    query: Paged,
    answer: { status: 200, schema: pageSchema(Vendor) },
    run: ({ house: { db }, query }) =>
      pageOfRows(
        query,
        (ask) => pageOfIds(db, 'vendor', ask),
        (ids) => vendors(db, { ids }),
      ),
  }),
  operation({
    id: 'getVendor',
    method: 'get',
    path: '/vendors/{id}',
    tag,
    summary: 'One vendor',
    right: 'register.read',
    answer: { status: 200, schema: Vendor },
    run: ({ house, id }) => required(house, id),
  }),
  operation({
    id: 'addVendor',
    method: 'post',
    path: '/vendors',
    tag,
    summary: 'Add a vendor',
    right: 'vendor.edit',
    body: VendorInput,
    answer: { status: 201, schema: Vendor },
    async run({ house, user, body }) {
      const added = await addVendor(house, user, body)
      if (!added) throw taken(body.name)
      return added
    },
  }),
  operation({
    id: 'editVendor',
    method: 'patch',
    path: '/vendors/{id}',
    tag,
    summary: 'Change fields of a vendor',
    right: 'vendor.edit',
    body: patchOf(VendorInput),
    answer: { status: 200, schema: Vendor },
    async run({ house, user, id, body }) {
      const vendor = await required(house, id)
      const input = VendorInput.safeParse({
        name: vendor.name,
        website: vendor.website ?? '',
        owner: vendor.owner ?? '',
        notes: vendor.notes ?? '',
        noticeAddress: vendor.noticeAddress ?? '',
        ...body,
      })
      if (!input.success) throw invalid(input.error)
      if (!(await editVendor(house, user, vendor, input.data))) throw taken(input.data.name)
      return required(house, vendor.id)
    },
  }),
]
