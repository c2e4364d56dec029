import type { JsonObject, JsonValue } from '../../../generator/base/json.ts';
import { changed, variants, type Payload } from './payload.ts';

// The bodies of one endpoint: a union of eight objects that a tag tells apart. See specs/partoo/openapi.yaml.

/** What each kind of body holds beside the members that all have, by its tag, and one fault of its own. */
const kinds: Readonly<Record<string, { members(index: number): JsonObject; fault: JsonObject }>> = {
  BOOLEAN: { members: () => ({}), fault: { slug: '' } },
  TEXT: { members: (index) => ({ max_len: 40 + index }), fault: { max_len: 2.5 } },
  INTEGER: { members: (index) => ({ min: index, max: 100 + index }), fault: { max: 'many' } },
  FLOAT: { members: (index) => ({ min: index + 0.5, max: 10.5 + index }), fault: { min: null } },
  SINGLE_SELECT: {
    members: (index) => ({
      created_values: [`red ${index}`, 'green'],
      created_values_orders: [1, null],
      deleted_values: ['blue'],
      renamed_values: [{ old_value: 'grey', new_value: `gray ${index}` }],
    }),
    fault: { renamed_values: [{ old_value: 'grey', new_value: 7 }] },
  },
  MULTIPLE_SELECT: {
    members: (index) => ({
      created_values: [`red ${index}`, 'green'],
      created_values_orders: [2, 1],
      deleted_values: ['blue'],
      renamed_values: [{ old_value: 'grey', new_value: `gray ${index}` }],
      max_selected_values: 3 + index,
    }),
    fault: { max_selected_values: 0 },
  },
  MULTIPLE_SELECT_IMAGE: {
    members: (index) => ({
      created_values: [{ label: 'Red', url: 'https://images.test/red', value: `red ${index}`, order: 1 }],
      deleted_values: ['blue'],
      edited_values: [
        { label: 'Grey', url: 'https://images.test/grey', value: 'grey', old_value: `gray ${index}` },
        { label: 'Pink', url: 'https://images.test/pink', value: 'pink', old_value: 'rose' },
      ],
      max_selected_values: 2 + index,
    }),
    fault: { created_values: [{ label: 'Red', url: 'https://images.test/red', order: 1 }] },
  },
  IMAGES_UPLOADER: {
    members: (index) => ({
      created_values: [{ text_field: `front ${index}`, max_length: 30 }],
      deleted_values: ['back'],
      edited_values: [
        {
          new_value: { text_field: 'side', max_length: 20 },
          old_value: { text_field: `edge ${index}`, max_length: 12 },
        },
      ],
    }),
    fault: { edited_values: [{ new_value: { text_field: 'side', max_length: '20' } }] },
  },
};

function body(type: string, members: JsonObject, index: number): JsonValue {
  return {
    name: `Opening ${index}`,
    description: `What visitors see first, number ${index}`,
    type,
    slug: `opening-${index}`,
    ...members,
    force: index % 2 === 0,
    section_id: 40 + index,
  };
}

/** The faults that every kind is tried with, the kind's own among them. */
function faulty(value: JsonValue, fault: JsonObject): JsonValue[] {
  return [
    changed(value, { name: undefined }),
    changed(value, { name: 'n'.repeat(51) }),
    changed(value, { type: 'COLOR' }),
    changed(value, { type: undefined }),
    changed(value, { description: 5 }),
    changed(value, { force: 'yes' }),
    changed(value, { section_id: 'first' }),
    changed(value, fault),
  ];
}

/** One payload per kind of body. */
export const partooPayloads: readonly Payload[] = Object.entries(kinds).map(([type, { members, fault }]) => ({
  name: `partoo-${type.toLowerCase().replaceAll('_', '-')}`,
  title: `Partoo body ${type}`,
  document: 'specs/partoo/openapi.yaml',
  pointer: '/paths/~1custom_fields~1{custom_field_id}/put/requestBody/content/application~1json/schema',
  type: 'CustomFieldEdit',
  valid: variants(8, (index) => body(type, members(index), index)),
  invalid: faulty(body(type, members(3), 3), fault),
}));
