import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as attio from '../generated/attio/src/index.ts';
import * as partoo from '../generated/partoo/src/index.ts';
import * as plane from '../generated/plane/src/index.ts';
import { startPrism, type MockServer } from './support/prism.ts';
import { projectFolder } from './support/sources.ts';

/** The generated clients against Prism serving the normalized spec: it knows nothing of us and validates every request. */

/** Serves the spec of an API while the tests of a block run; its URL is known once they do. */
function serve(api: string): { readonly url: () => string } {
  let server: MockServer | undefined;
  beforeAll(async () => {
    server = await startPrism(join(projectFolder, 'specs', api, 'openapi.yaml'));
  });
  afterAll(() => server?.stop());
  return { url: () => server?.url ?? '' };
}

/** A fetch that counts its calls. */
function countingFetch(): { readonly fetch: typeof fetch; readonly calls: () => number } {
  let count = 0;
  return {
    fetch: (...args) => {
      count += 1;
      return fetch(...args);
    },
    calls: () => count,
  };
}

const edits: readonly partoo.CustomFieldEdit[] = [
  { type: 'BOOLEAN', name: 'Parking', description: null, slug: 'parking', force: true, section_id: 6 },
  { type: 'TEXT', name: 'Motto', max_len: 120 },
  { type: 'INTEGER', name: 'Seats', min: 0, max: 100 },
  { type: 'FLOAT', name: 'Rating', min: 0.5, max: 9.5 },
  {
    type: 'SINGLE_SELECT',
    name: 'Colour',
    created_values: ['red'],
    created_values_orders: [3, null],
    renamed_values: [{ old_value: 'a', new_value: 'b' }],
  },
  { type: 'MULTIPLE_SELECT', name: 'Services', deleted_values: ['wifi'], max_selected_values: null },
  {
    type: 'MULTIPLE_SELECT_IMAGE',
    name: 'Views',
    created_values: [{ label: 'Front', url: 'https://images.example/1', value: 'front', order: null }],
    edited_values: [{ label: 'Back', url: 'https://images.example/2', value: 'back', old_value: 'rear' }],
  },
  { type: 'IMAGES_UPLOADER', name: 'Pictures', created_values: [{ text_field: 'caption', max_length: 30 }] },
];

describe('partoo', () => {
  const server = serve('partoo');
  const auth = { ApiKeyAuth: 'key' };

  test.each(edits)('the $type edit is accepted', async (body) => {
    const client = partoo.createClient({ baseUrl: server.url(), auth, validators: partoo.operationValidators });
    const answer = await partoo.putUpdateCustomFields(client, {
      path: { custom_field_id: 42 },
      query: { org_id: 7 },
      body,
    });
    expect(answer).toEqual({ status: 'success' });
  });

  const invalid = { type: 'TEXT', name: 'a', max_len: 'x' } as unknown as partoo.CustomFieldEdit;

  test('an invalid body is refused by our validator before the wire', async () => {
    const counted = countingFetch();
    const client = partoo.createClient({
      baseUrl: server.url(),
      auth,
      fetch: counted.fetch,
      validators: partoo.operationValidators,
    });
    const error = await partoo
      .putUpdateCustomFields(client, { path: { custom_field_id: 42 }, body: invalid })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(partoo.ValidationError);
    expect((error as partoo.ValidationError).issues.map((issue) => issue.path)).toEqual(['/max_len']);
    expect(counted.calls()).toBe(0);
  });

  test('and by Prism when our validator is off', async () => {
    const client = partoo.createClient({ baseUrl: server.url(), auth });
    const result = await partoo.putUpdateCustomFields.result(client, { path: { custom_field_id: 42 }, body: invalid });
    expect(result.ok).toBe(false);
    expect(result.response.status).toBe(422);
  });

  test('without the API key the answer is the documented 401', async () => {
    const client = partoo.createClient({ baseUrl: server.url() });
    const body: partoo.CustomFieldEdit = { type: 'BOOLEAN', name: 'Parking' };
    const result = await partoo.putUpdateCustomFields.result(client, { path: { custom_field_id: 42 }, body });
    expect(result.status).toBe(401);
  });
});

describe('plane', () => {
  const server = serve('plane');
  const client = (): ReturnType<typeof plane.createClient> =>
    plane.createClient({ baseUrl: server.url(), auth: { ApiKeyAuth: 'key' }, validators: plane.operationValidators });
  const path = { workspace_slug: 'my-team', project_id: 'p', work_item_id: 'w', property_id: 'r' };

  test.each([['text'], [1.5], [true], [['550e8400-e29b-41d4-a716-446655440000']]])(
    'a property value %j is accepted',
    async (value) => {
      const result = await plane.addCustomPropertyValues.result(client(), {
        path,
        body: { value, external_source: 'github' },
      });
      expect(result.ok).toBe(true);
      expect([200, 201]).toContain(result.response.status);
    },
  );

  test('an object is no property value', async () => {
    const value = {} as unknown as string;
    await expect(plane.addCustomPropertyValues(client(), { path, body: { value } })).rejects.toBeInstanceOf(
      plane.ValidationError,
    );
    const unchecked = plane.createClient({ baseUrl: server.url(), auth: { ApiKeyAuth: 'key' } });
    const result = await plane.addCustomPropertyValues.result(unchecked, { path, body: { value } });
    expect(result.response.status).toBe(422);
  });

  test('a customer property is updated', async () => {
    const body = { name: 'tier', is_required: false, default_value: ['gold'], settings: { depth: 1 } };
    const input = { path: { workspace_slug: 'my-team', property_id: 'r' }, body };
    const result = await plane.updateCustomerProperty.result(client(), input);
    expect(result.response.status).toBe(200);
  });
});

describe('attio', () => {
  const server = serve('attio');
  const client = (): ReturnType<typeof attio.createClient> =>
    attio.createClient({ baseUrl: server.url(), auth: { bearerAuth: 'token' }, validators: attio.operationValidators });
  const path = { target: 'objects', identifier: 'people', attribute: 'email' } as const;

  test.each<attio.UpdateAttributeBody['data']>([
    { title: 'Stage', default_value: { type: 'static', template: [{ value: 5 }] } },
    { title: 'Owner', default_value: { type: 'dynamic', template: 'current-user' } },
    { config: { currency: { default_currency_code: 'EUR', display_type: 'code' } }, is_archived: false },
  ])('the body %j is accepted', async (data) => {
    const result = await attio.updateAttribute.result(client(), { path, body: { data } });
    expect(result.response.status).toBe(200);
  });

  test('an unknown currency is refused on both sides', async () => {
    const data = {
      config: { currency: { default_currency_code: 'XXX' } },
    } as unknown as attio.UpdateAttributeBody['data'];
    await expect(attio.updateAttribute(client(), { path, body: { data } })).rejects.toBeInstanceOf(
      attio.ValidationError,
    );
    const unchecked = attio.createClient({ baseUrl: server.url(), auth: { bearerAuth: 'token' } });
    const result = await attio.updateAttribute.result(unchecked, { path, body: { data } });
    expect(result.response.status).toBe(422);
  });

  test.each(['', '.', '..'])('the path value %j is refused before anything is sent', async (attribute) => {
    const counted = countingFetch();
    const careful = attio.createClient({ baseUrl: server.url(), auth: { bearerAuth: 'token' }, fetch: counted.fetch });
    const call = attio.updateAttribute(careful, { path: { ...path, attribute }, body: { data: {} } });
    await expect(call).rejects.toBeInstanceOf(attio.UnsafePathError);
    expect(counted.calls()).toBe(0);
  });
});

test('every generated package is covered here', () => {
  expect(
    ['attio', 'partoo', 'plane'].every((name) => existsSync(join(projectFolder, 'generated', name, 'package.json'))),
  ).toBe(true);
});
