import { distinctValues } from '../base/distinct.ts';
import { numberFormats } from '../base/formats.ts';
import { jsonEqual, jsonType, own, ownArray, ownString, type JsonObject, type JsonValue } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import { reportUnsupported, type BuildContext } from './context.ts';
import { keywordOf, type BoundKind } from './keywords.ts';
import type { Place } from './kinds.ts';

/** A word of `type` (JSON Schema Core 2020-12, section 4.2.1). */
export type TypeWord = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

const typeWords: readonly TypeWord[] = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'];
const numericFormats: ReadonlySet<string> = new Set([...numberFormats, 'decimal']);

/** The words of `type`, `null` last, `integer` dropped beside `number`; undefined where there is no usable `type`. */
export function typesOf(context: BuildContext, { raw, pointer }: Place): TypeWord[] | undefined {
  const value = own(raw, 'type');
  if (value === undefined) return undefined;
  const words = Array.isArray(value) ? value : [value];
  const known = typeWords.filter((word) => words.includes(word));
  const strange = words.find((word) => !known.some((type) => type === word));
  if (strange !== undefined) {
    reportUnsupported(
      context,
      joinPointer(pointer, 'type'),
      `the type ${JSON.stringify(strange)}`,
      'JSON Schema has no such type',
    );
    return undefined;
  }
  const inOrder = known.toSorted((left, right) => rank(words, left) - rank(words, right));
  return known.length === 0 ? undefined : inOrder.filter((word) => word !== 'integer' || !known.includes('number'));
}

function rank(words: readonly JsonValue[], word: TypeWord): number {
  return word === 'null' ? words.length : words.indexOf(word);
}

/** The kinds of values that the keywords of `raw` bind. */
export function boundKinds(raw: JsonObject): Set<BoundKind> {
  const kinds = new Set<BoundKind>();
  for (const name of Object.keys(raw)) {
    const use = keywordOf(name)?.use;
    if (use === 'string' || use === 'number' || use === 'array' || use === 'object') kinds.add(use);
  }
  return kinds;
}

/** The kind that a `format` without `type` binds. */
export function formatKind(raw: JsonObject): BoundKind {
  return numericFormats.has(ownString(raw, 'format') ?? '') ? 'number' : 'string';
}

/** The values that `const` and `enum` leave, without repetitions; undefined where there is neither. */
export function valuesOf(raw: JsonObject): JsonValue[] | undefined {
  const constant = own(raw, 'const');
  const values = ownArray(raw, 'enum');
  const listed = values && distinctValues(values);
  if (constant === undefined) return listed;
  return listed && !listed.some((value) => jsonEqual(value, constant)) ? [] : [constant];
}

/** Whether `type` admits `value`. */
export function hasType(value: JsonValue, type: TypeWord): boolean {
  const actual = jsonType(value);
  return actual === type || (actual === 'integer' && type === 'number');
}

/** The kind whose keywords bind `value`, or its type where none do. */
export function boundKindOf(value: JsonValue): string {
  const type = jsonType(value);
  return type === 'integer' ? 'number' : type;
}
