// Compiled beside the package emitted for the Partoo ideal, by test/types.test.ts.
import type { CustomFieldEdit, PutUpdateCustomFieldsBody } from './src/schemas.js';
import { isTextCustomFieldEdit, match } from './src/unions.js';

type Tags = CustomFieldEdit['type'];

export function narrows(field: CustomFieldEdit): unknown {
  switch (field.type) {
    case 'BOOLEAN':
      // @ts-expect-error booleans have no length
      return field.max_len;
    case 'TEXT':
      return field.max_len satisfies number | undefined;
    case 'INTEGER':
    case 'FLOAT':
      return field.min satisfies number | undefined;
    case 'SINGLE_SELECT':
      return field.renamed_values satisfies readonly { old_value?: string }[] | undefined;
    case 'MULTIPLE_SELECT':
      return field.max_selected_values satisfies number | null | undefined;
    case 'MULTIPLE_SELECT_IMAGE':
      return field.created_values?.map((value) => value.url satisfies string);
    case 'IMAGES_UPLOADER':
      return field.edited_values?.map((value) => value.new_value?.text_field satisfies string | undefined);
    default: {
      const rest: never = field;
      return rest;
    }
  }
}

export function forgets(field: CustomFieldEdit): unknown {
  switch (field.type) {
    case 'BOOLEAN':
    case 'TEXT':
    case 'INTEGER':
    case 'FLOAT':
    case 'SINGLE_SELECT':
    case 'MULTIPLE_SELECT':
    case 'MULTIPLE_SELECT_IMAGE':
      return field.name;
    default: {
      // @ts-expect-error image uploaders are left
      const rest: never = field;
      return rest;
    }
  }
}

export function matches(field: CustomFieldEdit): string {
  if (isTextCustomFieldEdit(field)) return String(field.max_len);
  const exhaustive: Tags = match(field as CustomFieldEdit, {
    BOOLEAN: (one) => one.type,
    TEXT: (one) => one.type,
    INTEGER: (one) => one.type,
    FLOAT: (one) => one.type,
    SINGLE_SELECT: (one) => one.type,
    MULTIPLE_SELECT: (one) => one.type,
    MULTIPLE_SELECT_IMAGE: (one) => one.type,
    IMAGES_UPLOADER: (one) => one.type,
  });
  // @ts-expect-error seven kinds are missing
  match(field as CustomFieldEdit, { TEXT: () => 1 });
  return exhaustive;
}

export const body: PutUpdateCustomFieldsBody = { type: 'TEXT', name: 'a', max_len: 3, description: null };
// @ts-expect-error there is no such kind
export const unknownKind: PutUpdateCustomFieldsBody = { type: 'DATE', name: 'a' };
// @ts-expect-error the length is a number
export const wrongLength: PutUpdateCustomFieldsBody = { type: 'TEXT', name: 'a', max_len: 'x' };
// @ts-expect-error texts have no maximum
export const wrongProperty: PutUpdateCustomFieldsBody = { type: 'TEXT', name: 'a', max: 3 };
