import { readFileSync } from 'node:fs'
import SwaggerParser from '@apidevtools/swagger-parser'
import { afterAll, describe, expect, test } from 'vitest'
import { insertPerson, updatePerson } from '#db/people.ts'
import { severities } from '#domain/policy/assess.ts'
import { requestsAMinute } from '../../app/services/api/caller.server.ts'
import { openapi } from '../../app/services/api/openapi.server.ts'
import { operations } from '../../app/services/api/operations/index.server.ts'
import { endToken, makeToken } from '../../app/services/tokens.server.ts'
import { openApi } from './api-register.ts'
import { person } from './governance/open-house.ts'

const { house, ask, secrets, somebody, close } = await openApi()
afterAll(() => close())

const items = (body: Record<string, unknown>) => body.items as Record<string, unknown>[]

describe('the document', () => {
  test('is OpenAPI 3.1 as an outside validator has it, and names every operation once', async () => {
    const document = JSON.parse(JSON.stringify(openapi()))
    await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ openapi: '3.1.0' })
    const ids = operations.map((operation) => operation.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('needs no token', async () => {
    expect((await ask('/openapi.json', { token: '' })).body).toMatchObject({ openapi: '3.1.0' })
  })
})

describe('who may ask', () => {
  test.each([
    ['nobody', '', 401, 'no_token'],
    ['an unknown token', 'cvt_nothing', 401, 'no_token'],
  ])('%s', async (_, token, status, code) => {
    const asked = await ask('/vendors', { token })
    expect(asked).toMatchObject({ status, type: 'application/problem+json', body: { code, status } })
    expect(asked.headers.get('WWW-Authenticate')).toContain('Bearer')
  })

  test('a token that reads does not change anything', async () => {
    const asked = await ask('/vendors', { token: secrets.read, json: { name: 'Read only' } })
    expect(asked).toMatchObject({ status: 403, body: { code: 'scope_missing' } })
    expect((await ask('/vendors', { token: secrets.read })).status).toBe(200)
  })

  test('a token acts with its owner’s role', async () => {
    const auditor = await insertPerson(house.db, person('auditor'))
    const { secret } = await makeToken(house, somebody, {
      owner: auditor.email,
      name: 'audit',
      scope: 'write',
    })
    const asked = await ask('/vendors', { token: secret, json: { name: 'Not theirs to add' } })
    expect(asked).toMatchObject({ status: 403, body: { code: 'right_missing' } })
    await updatePerson(house.db, auditor.id, { disabledAt: new Date().toISOString() })
    expect((await ask('/vendors', { token: secret })).status).toBe(401)
  })

  test('a revoked token is none, and its secret is kept nowhere', async () => {
    const { id, secret } = await makeToken(house, somebody, {
      owner: somebody.email,
      name: 'short',
      scope: 'read',
    })
    expect((await ask('/vendors', { token: secret })).status).toBe(200)
    expect(await endToken(house, somebody, id)).toBe(true)
    expect((await ask('/vendors', { token: secret })).status).toBe(401)
    const kept = await house.db.selectFrom('api_token').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(secret)
  })

  test('a token that asks too often waits', async () => {
    const { secret } = await makeToken(house, somebody, {
      owner: somebody.email,
      name: 'busy',
      scope: 'read',
    })
    let refused = await ask('/vendors/nobody', { token: secret })
    for (let i = 0; i < requestsAMinute && refused.status !== 429; i++)
      refused = await ask('/vendors/nobody', { token: secret })
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } })
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  })
})

describe('lists', () => {
  test.each([
    '/vendors',
    '/agreements',
    '/deployments',
    '/deployments/claims-triage-copilot/gaps?date=2026-11-25',
  ])('%s comes whole, page by page', async (path) => {
    const with_ = (more: string) => `${path}${path.includes('?') ? '&' : '?'}${more}`
    const whole = await ask(with_('limit=200'))
    expect(whole).toMatchObject({ status: 200, body: { next: null } })
    expect(items(whole.body).length).toBeGreaterThan(1)
    const seen: unknown[] = []
    let next: unknown = ''
    while (next !== null) {
      const { body } = await ask(with_(`limit=2${next ? `&after=${next}` : ''}`))
      expect(items(body).length).toBeLessThanOrEqual(2)
      seen.push(...items(body))
      next = body.next
    }
    expect(seen).toEqual(whole.body.items)
  })

  test.each([
    ['limit=0', 'invalid_request'],
    ['limit=many', 'invalid_request'],
    ['after=elsewhere', 'invalid_cursor'],
  ])('?%s is refused', async (query, code) => {
    expect(await ask(`/vendors?${query}`)).toMatchObject({ status: 400, body: { code } })
  })
})

describe('the register', () => {
  test('a vendor is added, changed and not doubled', async () => {
    const added = await ask('/vendors', { json: { name: 'Northwind AI', owner: 'P. Ochoa' } })
    expect(added).toMatchObject({ status: 201, body: { name: 'Northwind AI', website: null } })
    expect(await ask('/vendors', { json: { name: 'northwind ai' } })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    })
    const edited = await ask(`/vendors/${added.body.id}`, { method: 'PATCH', json: { notes: 'In trial' } })
    expect(edited.body).toMatchObject({ notes: 'In trial', owner: 'P. Ochoa' })
    expect(
      await ask(`/vendors/${added.body.id}`, { method: 'PATCH', json: { colour: 'red' } }),
    ).toMatchObject({
      status: 400,
    })
  })

  test('a paper is uploaded, read, and given back byte for byte', async () => {
    const bytes = readFileSync('samples/files/corvane-dpa.pdf')
    const form = new FormData()
    form.append('file', new File([Buffer.concat([bytes, Buffer.from('\n%again\n')])], 'dpa again.pdf'))
    form.append('vendor', 'Corvane Systems')
    const uploaded = await ask('/agreements', { form })
    expect(uploaded).toMatchObject({ status: 201, body: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    await house.intake.idle()
    const { id } = uploaded.body
    expect((await ask(`/agreements/${id}`)).body).toMatchObject({ status: 'read', error: null, kind: 'dpa' })
    const terms = await ask(`/agreements/${id}/terms?limit=200`)
    expect(items(terms.body)[0]).toMatchObject({
      review: 'unreviewed',
      citations: [{ quote: expect.any(String) }],
    })
    expect((await ask(`/agreements/${id}/original`)).type).toBe('application/pdf')
    const edited = await ask(`/agreements/${id}`, {
      method: 'PATCH',
      json: { lifecycle: 'terminated', annualFees: { amount: 12000, currency: 'EUR' } },
    })
    expect(edited.body).toMatchObject({ lifecycle: 'terminated', annualFees: { amount: 12000 } })
  })

  test('a deployment gets the class its answers ask for, and says what stands against it', async () => {
    const made = await ask('/deployments', { json: { name: 'Letter writer', purpose: 'Drafts letters.' } })
    expect(made).toMatchObject({
      status: 201,
      body: { riskClass: 'low', status: 'planned', agreementIds: [] },
    })
    const { slug } = made.body
    expect(
      (await ask(`/deployments/${slug}`, { method: 'PATCH', json: { status: 'pilot' } })).body,
    ).toMatchObject({
      status: 'pilot',
      name: 'Letter writer',
    })
    const gate = await ask(`/deployments/${slug}/gate?date=2026-11-25`)
    expect(gate.body).toMatchObject({ pass: false })
    expect((gate.body.reasons as unknown[]).length).toBeGreaterThan(0)
  })

  test('gaps and dates carry the words they rest on', async () => {
    const path = '/deployments/claims-triage-copilot'
    const gaps = items((await ask(`${path}/gaps?date=2026-11-25&limit=200`)).body)
    const order = gaps.map((gap) => severities.map(String).indexOf(String(gap.severity)))
    expect(order).toEqual(order.toSorted())
    expect(gaps[0]).toMatchObject({ rule: expect.any(String), ask: expect.any(String) })
    expect(gaps.some((gap) => gap.citation !== null)).toBe(true)
    const [first] = items((await ask(`${path}/deadlines?date=2026-11-25`)).body)
    expect(first).toMatchObject({ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), why: expect.any(String) })
    expect((await ask(`${path}/matrix.docx`)).type).toContain('wordprocessingml')
  })

  test('a pipeline registers a version once, and stops the line', async () => {
    const path = '/deployments/claims-triage-copilot'
    const version = { kind: 'model', name: 'triage model', version: '2026-11', hash: 'abc' }
    expect((await ask(`${path}/versions`, { json: version })).body).toMatchObject({ created: true })
    expect((await ask(`${path}/versions`, { json: version })).body).toMatchObject({ created: false })
    expect(await ask(`${path}/versions`, { json: { ...version, hash: 'other' } })).toMatchObject({
      status: 409,
    })
    expect((await ask(`${path}/stop`, { json: { why: 'It promised cover.' } })).body).toMatchObject({
      already: false,
    })
    expect((await ask(`${path}/gate`)).body.reasons).toContainEqual(
      expect.objectContaining({ check: 'stopped' }),
    )
  })
})

describe('monitors', () => {
  test('send measures, all or none', async () => {
    const path = '/deployments/claims-triage-copilot/measures'
    const week = { measure: 'overrides', startsOn: '2026-11-16', endsOn: '2026-11-22', count: 4, total: 80 }
    const german = { ...week, dimension: 'language', value: 'de' }
    expect(await ask(path, { json: { counts: [week, german] } })).toMatchObject({
      status: 201,
      body: { taken: 2 },
    })
    expect(await ask(path, { json: { counts: [week, { ...week, measure: 'luck' }] } })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('There is no measure of this name') },
    })
  })

  const incident = {
    deployment: 'second-system',
    title: 'It promised cover that there is none',
    kind: 'privacy_event',
    severity: 'high',
    happenedAt: '2026-11-24T08:00:00Z',
    knownAt: '2026-11-24T09:00:00Z',
    laws: ['gdpr_33'],
  }

  test('an incident is reported, its clock runs among the deadlines, and the key keeps it from being two', async () => {
    const sent = { json: incident, key: 'an-incident' }
    const reported = await ask('/incidents', sent)
    expect(reported).toMatchObject({ status: 201, body: { slug: expect.any(String) } })
    expect((await ask('/incidents', sent)).body).toEqual(reported.body)
    const dates = items((await ask('/deadlines?date=2026-11-24&limit=200')).body)
    expect(dates).toContainEqual(
      expect.objectContaining({
        kind: 'incident_clock',
        date: '2026-11-27',
        href: `/incidents/${reported.body.slug}`,
      }),
    )
  })

  test.each([
    ['a kind nobody knows', { kind: 'weather' }, 400],
    ['a deployment that is none', { deployment: 'nothing' }, 404],
    ['no time at which we knew', { knownAt: 'soon' }, 400],
  ])('an incident of %s is refused with a sentence', async (_, wrong, status) => {
    const refused = await ask('/incidents', { json: { ...incident, ...wrong } })
    expect(refused).toMatchObject({ status, type: 'application/problem+json' })
    expect(refused.body.detail).toEqual(expect.any(String))
  })
})

describe('problems say what to do', () => {
  test.each([
    ['an address that is none', '/weather', {}, 404, 'not_found'],
    ['a thing that is none', '/deployments/nothing/gate', {}, 404, 'not_found'],
    ['a method that is none', '/vendors', { method: 'DELETE' }, 405, 'wrong_method'],
    ['a form where JSON is due', '/vendors', { form: new FormData() }, 415, 'wrong_content_type'],
    ['a date that is none', '/deployments/claims-triage-copilot/gaps?date=soon', {}, 400, 'invalid_request'],
  ])('%s', async (_, path, asked, status, code) => {
    const { body, ...answered } = await ask(path, asked)
    expect(answered).toMatchObject({ status, type: 'application/problem+json' })
    expect(body).toMatchObject({ code, title: expect.any(String), detail: expect.any(String) })
  })

  test('fields are named', async () => {
    const { body } = await ask('/vendors', { json: { name: '', website: 'not an address' } })
    expect((body.errors as { field: string }[]).map((e) => e.field)).toEqual(['name', 'website'])
  })
})

describe('a POST with an Idempotency-Key', () => {
  test('is done once and answered alike', async () => {
    const sent = { json: { name: 'Once only' }, key: 'a-key' }
    const first = await ask('/vendors', sent)
    const second = await ask('/vendors', sent)
    expect(second.body).toEqual(first.body)
    expect(second.status).toBe(201)
    expect(second.headers.get('Idempotent-Replayed')).toBe('true')
  })

  test('of two at the same moment, one is done', async () => {
    const sent = { json: { name: 'At the same moment' }, key: 'a-race' }
    const statuses = (await Promise.all([ask('/vendors', sent), ask('/vendors', sent)])).map((a) => a.status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
  })

  test('is refused for another request', async () => {
    await ask('/vendors', { json: { name: 'First of two' }, key: 'shared' })
    const other = await ask('/vendors', { json: { name: 'Second of two' }, key: 'shared' })
    expect(other).toMatchObject({ status: 422, body: { code: 'key_reused' } })
  })

  test('holds for uploads, whose form is cut anew each time', async () => {
    const form = () => {
      const data = new FormData()
      data.append('file', new File(['# Terms\n\n1. Liability is capped at USD 100.'], 'terms.md'))
      return data
    }
    const first = await ask('/agreements', { form: form(), key: 'upload' })
    const again = await ask('/agreements', { form: form(), key: 'upload' })
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    await house.intake.idle()
  })

  test('is free again when it failed', async () => {
    expect((await ask('/vendors', { json: { name: 'Once only' }, key: 'failed' })).status).toBe(409)
    expect((await ask('/vendors', { json: { name: 'Then another' }, key: 'failed' })).status).toBe(201)
  })
})
