import { isObject, own, ownArray, ownObject, type JsonObject, type JsonValue, stringsOf } from '../base/json.ts';
import { unique } from '../base/order.ts';
import { isPatternFault, readPattern } from '../base/pattern.ts';
import { joinPointer, localRefPointer, resolvePointer } from '../base/pointer.ts';
import { reportAt, reportLoss, reportUnsupported, type BuildContext } from './context.ts';
import { emptyDocs } from './docs.ts';
import { assertedFormat } from './formats.ts';
import type { ArraySchema, NumberSchema, ObjectSchema, PropertySchema, Schema, StringSchema } from './model.ts';

/** A schema object of the spec and where it stands. */
export interface Place {
  readonly raw: JsonObject;
  readonly pointer: string;
}

/** Makes the schema of a value of the spec; kinds call it for the schemas inside them. */
export type BuildChild = (raw: JsonValue | undefined, pointer: string) => Schema;

const base = (place: Place): { pointer: string; docs: typeof emptyDocs; hedged: false } => ({
  pointer: place.pointer,
  docs: emptyDocs,
  hedged: false,
});

/** The numeric keywords of `names` that are there; anything but a number is reported with `model/unsupported`. */
function numbers<K extends string>(context: BuildContext, place: Place, names: readonly K[]): { [P in K]?: number } {
  const found: { [P in K]?: number } = {};
  for (const name of names) {
    const value = own(place.raw, name);
    if (typeof value === 'number') found[name] = value;
    else if (value !== undefined)
      reportUnsupported(context, joinPointer(place.pointer, name), name, 'it is not a number');
  }
  return found;
}

/**
 * `pattern`, if it is a regular expression; else `model/invalid-pattern` and undefined. Gives `model/loose-pattern` where
 * it is none with the `u` flag, `model/slow-pattern` where it takes an automaton to run it in good time, and
 * `model/bounded-pattern` where it can only be run on short texts.
 */
function validPattern(context: BuildContext, pattern: string, pointer: string): string | undefined {
  const found = readPattern(pattern);
  if (isPatternFault(found)) {
    reportLoss(context, 'model/invalid-pattern', pointer, { reason: found.reason });
    return undefined;
  }
  if (found.looseReason !== undefined) reportAt(context, 'model/loose-pattern', pointer, { reason: found.looseReason });
  if (found.risk) {
    const { automaton, growth, limit } = found.risk;
    if (automaton) reportAt(context, 'model/slow-pattern', pointer, { growth });
    else reportAt(context, 'model/bounded-pattern', pointer, { growth, limit });
  }
  return pattern;
}

/** Strings (JSON Schema Validation 2020-12, section 6.3). */
export function stringSchema(context: BuildContext, place: Place, typed: boolean): StringSchema {
  const raw = own(place.raw, 'pattern');
  const pattern =
    typeof raw === 'string' ? validPattern(context, raw, joinPointer(place.pointer, 'pattern')) : undefined;
  return {
    ...base(place),
    kind: 'string',
    typed,
    ...numbers(context, place, ['minLength', 'maxLength']),
    ...(pattern !== undefined && { pattern }),
    ...format(context, place),
  };
}

/** Numbers (section 6.2); `integer` where the type says so. */
export function numberSchema(context: BuildContext, place: Place, typed: boolean, integer: boolean): NumberSchema {
  const names = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'] as const;
  const found = numbers(context, place, names);
  if (found.multipleOf !== undefined && found.multipleOf <= 0) {
    reportUnsupported(context, joinPointer(place.pointer, 'multipleOf'), 'multipleOf', 'it is not above zero');
    delete found.multipleOf;
  }
  return { ...base(place), kind: 'number', integer, typed, ...found, ...format(context, place) };
}

function format(context: BuildContext, { raw }: Place): Pick<StringSchema, 'format' | 'assertedFormat'> {
  const value = own(raw, 'format');
  const asserted = assertedFormat(context, raw);
  return { ...(typeof value === 'string' && { format: value }), ...(asserted && { assertedFormat: asserted }) };
}

/** Arrays (Core, section 10.3.1; Validation, section 6.4). */
export function arraySchema(context: BuildContext, place: Place, typed: boolean, child: BuildChild): ArraySchema {
  const { raw, pointer } = place;
  const prefix = ownArray(raw, 'prefixItems') ?? [];
  const counts = numbers(context, place, ['minContains', 'maxContains']);
  const contains = own(raw, 'contains');
  const items = child(own(raw, 'items'), joinPointer(pointer, 'items'));
  return {
    ...base(place),
    kind: 'array',
    typed,
    prefixItems: prefix.map((item, index) => child(item, joinPointer(pointer, 'prefixItems', index))),
    items,
    ...(own(raw, 'items') !== undefined && items.kind === 'unknown' && { itemsEvaluated: true }),
    ...numbers(context, place, ['minItems', 'maxItems']),
    uniqueItems: own(raw, 'uniqueItems') === true,
    ...(contains !== undefined && {
      contains: {
        schema: child(contains, joinPointer(pointer, 'contains')),
        minimum: counts.minContains ?? 1,
        ...(counts.maxContains !== undefined && { maximum: counts.maxContains }),
      },
    }),
  };
}

/** Objects (Core, section 10.3.2; Validation, section 6.5). */
export function objectSchema(context: BuildContext, place: Place, typed: boolean, child: BuildChild): ObjectSchema {
  const { raw, pointer } = place;
  const known = Object.entries(ownObject(raw, 'properties') ?? {});
  const properties = known.filter(([, value]) => !isIgnored(value));
  const ignored = known.filter(([, value]) => isIgnored(value)).map(([name]) => name);
  const required = new Set(texts(own(raw, 'required')));
  const names = new Set(properties.map(([name]) => name));
  const propertyNames = own(raw, 'propertyNames');
  const patterns = patternProperties(context, place, child);
  // A dropped pattern would have let names through that `additionalProperties` refuses.
  const given = patterns.dropped ? true : own(raw, 'additionalProperties');
  const additional = child(given, joinPointer(pointer, 'additionalProperties'));
  return {
    ...base(place),
    kind: 'object',
    typed,
    properties: properties.map(([name, value]): PropertySchema => ({
      name,
      required: required.has(name),
      readOnly: says(context, value, 'readOnly'),
      writeOnly: says(context, value, 'writeOnly'),
      schema: child(value, joinPointer(pointer, 'properties', name)),
    })),
    ...(ignored.length > 0 && { ignored }),
    otherRequired: [...required].filter((name) => !names.has(name)),
    patternProperties: patterns.valid,
    additional,
    ...(given !== undefined && additional.kind === 'unknown' && { additionalEvaluated: true }),
    ...(propertyNames !== undefined && { propertyNames: child(propertyNames, joinPointer(pointer, 'propertyNames')) }),
    ...numbers(context, place, ['minProperties', 'maxProperties']),
    dependentRequired: dependentLists(raw).map(([name, list]) => ({ name, required: texts(list) })),
  };
}

/** What only the other direction carries, as the spec room marks it. */
function isIgnored(property: JsonValue): boolean {
  return own(property, 'x-other-direction') === true;
}

function patternProperties(
  context: BuildContext,
  place: Place,
  child: BuildChild,
): { valid: { pattern: string; schema: Schema }[]; dropped: boolean } {
  const entries = Object.entries(ownObject(place.raw, 'patternProperties') ?? {});
  const valid = entries.flatMap(([key, value]) => {
    const pointer = joinPointer(place.pointer, 'patternProperties', key);
    const pattern = validPattern(context, key, pointer);
    return pattern === undefined ? [] : [{ pattern, schema: child(value, pointer) }];
  });
  return { valid, dropped: valid.length < entries.length };
}

/** Whether `keyword` is true for a property; it may stand beside a `$ref` or behind it. */
function says(context: BuildContext, raw: JsonValue, keyword: 'readOnly' | 'writeOnly'): boolean {
  const ref = own(raw, '$ref');
  const pointer = typeof ref === 'string' ? localRefPointer(ref) : undefined;
  const target = pointer === undefined ? undefined : resolvePointer(context.spec, pointer);
  return (own(raw, keyword) ?? own(target, keyword)) === true;
}

function texts(value: JsonValue | undefined): string[] {
  return unique(stringsOf(value));
}

/** The names that `dependentRequired`, or `dependencies` with lists, ties to others. */
function dependentLists(raw: JsonObject): [name: string, required: JsonValue][] {
  return ['dependentRequired', 'dependencies'].flatMap((keyword) =>
    Object.entries(ownObject(raw, keyword) ?? {}).filter(([, list]) => !isObject(list) && typeof list !== 'boolean'),
  );
}
