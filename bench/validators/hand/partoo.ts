import { areTexts, asObject, type Unknown } from './object.ts';

// Written by hand for speed: the union of eight bodies.

/** At most `most` characters, at least one where `filled`; characters are counted only where code units are too many. */
function isText(value: unknown, most: number, filled = false): boolean {
  if (typeof value !== 'string' || (filled && value === '')) return false;
  return value.length <= most || (value.length <= most * 2 && Array.from(value).length <= most);
}

const isWhole = (value: unknown): boolean => Number.isInteger(value);
const isWholeOrNull = (value: unknown): boolean => value === null || Number.isInteger(value);

function areOrders(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isWholeOrNull(value[index])) return false;
  return true;
}

/** What all bodies have but the tag. */
function isCommon(body: Unknown): boolean {
  const { description, slug, force, section_id: section } = body;
  return (
    isText(body.name, 50, true) &&
    (description === undefined || description === null || isText(description, 150)) &&
    (slug === undefined || slug === null || isText(slug, 100, true)) &&
    (force === undefined || typeof force === 'boolean') &&
    (section === undefined || Number.isInteger(section))
  );
}

function isRenamed(value: unknown): boolean {
  const item = asObject(value);
  return (
    item !== undefined &&
    (item.old_value === undefined || typeof item.old_value === 'string') &&
    (item.new_value === undefined || typeof item.new_value === 'string')
  );
}

function areRenamed(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isRenamed(value[index])) return false;
  return true;
}

function isSelect({
  created_values: created,
  created_values_orders: orders,
  deleted_values: deleted,
  renamed_values: renamed,
}: Unknown): boolean {
  return (
    (created === undefined || areTexts(created)) &&
    (orders === undefined || orders === null || areOrders(orders)) &&
    (deleted === undefined || areTexts(deleted)) &&
    (renamed === undefined || areRenamed(renamed))
  );
}

function hasMaximumSelected({ max_selected_values: most }: Unknown): boolean {
  return most === undefined || most === null || (isWhole(most) && (most as number) >= 1);
}

function isImage(value: unknown): boolean {
  const item = asObject(value);
  return (
    item !== undefined &&
    typeof item.label === 'string' &&
    typeof item.url === 'string' &&
    typeof item.value === 'string' &&
    (item.order === undefined || isWholeOrNull(item.order))
  );
}

function areNewImages(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isImage(value[index])) return false;
  return true;
}

function isEditedImage(value: unknown): boolean {
  const item = asObject(value);
  return (
    item !== undefined &&
    typeof item.label === 'string' &&
    typeof item.url === 'string' &&
    typeof item.value === 'string' &&
    typeof item.old_value === 'string'
  );
}

function areEditedImages(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isEditedImage(value[index])) return false;
  return true;
}

function isCaption(value: unknown): boolean {
  const item = asObject(value);
  return (
    item !== undefined &&
    (item.text_field === undefined || typeof item.text_field === 'string') &&
    (item.max_length === undefined || typeof item.max_length === 'number')
  );
}

function areNewCaptions(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isCaption(value[index])) return false;
  return true;
}

function isEditedCaption(value: unknown): boolean {
  const item = asObject(value);
  return (
    item !== undefined &&
    (item.new_value === undefined || isCaption(item.new_value)) &&
    (item.old_value === undefined || isCaption(item.old_value))
  );
}

function areEditedCaptions(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (!isEditedCaption(value[index])) return false;
  return true;
}

function areImages({ created_values: created, deleted_values: deleted, edited_values: edited }: Unknown): boolean {
  return (
    (created === undefined || areNewImages(created)) &&
    (deleted === undefined || areTexts(deleted)) &&
    (edited === undefined || areEditedImages(edited))
  );
}

function areCaptions({ created_values: created, deleted_values: deleted, edited_values: edited }: Unknown): boolean {
  return (
    (created === undefined || areNewCaptions(created)) &&
    (deleted === undefined || areTexts(deleted)) &&
    (edited === undefined || areEditedCaptions(edited))
  );
}

function areWholes({ min, max }: Unknown): boolean {
  return (min === undefined || isWhole(min)) && (max === undefined || isWhole(max));
}

function areNumbers({ min, max }: Unknown): boolean {
  return (min === undefined || typeof min === 'number') && (max === undefined || typeof max === 'number');
}

export function isCustomFieldEdit(value: unknown): boolean {
  const body = asObject(value);
  if (body === undefined || !isCommon(body)) return false;
  switch (body.type) {
    case 'BOOLEAN':
      return true;
    case 'TEXT':
      return body.max_len === undefined || isWhole(body.max_len);
    case 'INTEGER':
      return areWholes(body);
    case 'FLOAT':
      return areNumbers(body);
    case 'SINGLE_SELECT':
      return isSelect(body);
    case 'MULTIPLE_SELECT':
      return isSelect(body) && hasMaximumSelected(body);
    case 'MULTIPLE_SELECT_IMAGE':
      return areImages(body) && hasMaximumSelected(body);
    case 'IMAGES_UPLOADER':
      return areCaptions(body);
    default:
      return false;
  }
}
