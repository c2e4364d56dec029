import { distinctValues } from '../../../base/distinct.ts';
import { isObject, type JsonValue } from '../../../base/json.ts';
import { unique } from '../../../base/order.ts';
import type { KeywordShape, Shape } from '../../grammar.ts';
import { conform, misfit } from './conform.ts';
import type { Mender } from './mender.ts';

type Conform = (value: JsonValue, key: string, mender: Mender) => JsonValue | undefined;

/**
 * The value of a schema's keyword in the form that JSON Schema asks for, or undefined where it has none or says nothing.
 * Both what was read otherwise and what is gone is reported.
 */
export function conformKeyword(
  value: JsonValue,
  shape: KeywordShape,
  key: string,
  mender: Mender,
): JsonValue | undefined {
  if (shape.kind === 'object') return conformAs(shape)(value, key, mender);
  return handlers[shape.kind](value, key, mender);
}

/** As a member of an OpenAPI object would be, the loss reported. */
function conformAs(shape: Shape): Conform {
  return (value, key, mender) => {
    const kept = conform(value, shape, `"${key}"`, mender);
    if (kept === undefined) mender.dropped(`"${key}"`, misfit(value, shape));
    return kept;
  };
}

const number = conformAs({ kind: 'number' });
const strings = conformAs({ kind: 'strings' });
const schemaMap = conformAs({ kind: 'map', of: { kind: 'schema' } });

const handlers: Readonly<Record<Exclude<KeywordShape['kind'], 'object'>, Conform>> = {
  any: (value) => value,
  string: conformAs({ kind: 'string' }),
  boolean: conformAs({ kind: 'boolean' }),
  schema: conformAs({ kind: 'schema' }),
  schemaOrBoolean: conformAs({ kind: 'schema' }),
  schemaMap,
  flags: conformAs({ kind: 'map', of: { kind: 'boolean' } }),
  stringsMap: conformAs({ kind: 'map', of: { kind: 'strings' } }),
  // exclusive limits are flags in earlier drafts; a rule of their own turns them into numbers
  number(value, key, mender) {
    if (typeof value === 'boolean' && key.startsWith('exclusive')) return value;
    const kept = number(value, key, mender);
    if (key !== 'multipleOf' || typeof kept !== 'number' || kept > 0) return kept;
    mender.dropped(`"${key}"`, `nothing is a multiple of ${kept}`);
    return undefined;
  },
  count(value, key, mender) {
    const kept = number(value, key, mender);
    if (typeof kept !== 'number' || (Number.isInteger(kept) && kept >= 0)) return kept;
    mender.dropped(`"${key}"`, `${kept} counts nothing`);
    return undefined;
  },
  schemas(value, key, mender) {
    const kept = conformAs({ kind: 'list', of: { kind: 'schema' } })(value, key, mender);
    return Array.isArray(kept) && kept.length === 0 ? undefined : kept;
  },
  strings(value, key, mender) {
    const kept = strings(value, key, mender);
    return Array.isArray(kept) && new Set(kept).size < kept.length ? unique(kept) : kept;
  },
  list(value, key, mender) {
    const items = listOf(value, key);
    if (items !== value) mender.mended(`"${key}"`, 'it is no list', 'it is read as a list of what it holds');
    if (key !== 'enum') return items;
    // one without values is rare, but legal: it allows nothing (Validation, section 6.1.2)
    const different = distinctValues(items);
    return different.length < items.length ? different : items;
  },
  type: (value) => value,
};

/** `examples` as OpenAPI writes them elsewhere, by name; a value alone. */
function listOf(value: JsonValue, key: string): JsonValue[] {
  if (Array.isArray(value)) return value;
  if (key !== 'examples' || !isObject(value)) return [value];
  return Object.values(value).map((item) =>
    isObject(item) && Object.hasOwn(item, 'value') ? (item['value'] ?? null) : item,
  );
}
