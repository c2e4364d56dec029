import { isObject, own, ownArray, ownString, type JsonObject } from '../../base/json.ts';
import { isMissing, locationOf, type Place } from '../../base/library.ts';
import { draftOf, type Draft, type SchemaDialect } from '../../base/schema-dialect.ts';
import type { Source } from '../../base/source.ts';
import { harmless } from '../dialects/reference-siblings.ts';
import type { BundleState } from './state.ts';

/**
 * ONE TABLE: the keywords that refuse values, with the draft that brought them (4 for all that are older) and the vocabulary
 * that they have belonged to since 2019-09. What informs only is not listed: it does no harm in any draft.
 */
const assertions = new Map<string, { readonly since: Draft; readonly vocabulary: string }>(
  (
    [
      ['validation', 4, 'type enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength'],
      ['validation', 4, 'pattern maxItems minItems uniqueItems maxProperties minProperties required'],
      ['validation', 6, 'const'],
      ['validation', 2019, 'dependentRequired minContains maxContains'],
      [
        'applicator',
        4,
        'allOf anyOf oneOf not items additionalItems properties patternProperties additionalProperties',
      ],
      ['applicator', 6, 'contains propertyNames'],
      ['applicator', 7, 'if then else'],
      ['applicator', 2019, 'dependentSchemas'],
      ['applicator', 2020, 'prefixItems'],
      ['unevaluated', 2019, 'unevaluatedItems unevaluatedProperties'],
      ['core', 2019, '$recursiveRef'],
      ['core', 2020, '$dynamicRef'],
    ] as const
  ).flatMap(([vocabulary, since, words]) => words.split(' ').map((word) => [word, { since, vocabulary }] as const)),
);

/** What is known of the dialect that counts at a place. */
function dialectAt({ dialect }: Place, state: BundleState): SchemaDialect {
  if (dialect === undefined) return { draft: undefined };
  const known = state.dialects.get(dialect);
  if (known) return known;
  // what describes itself by itself is nothing but its name
  state.dialects.set(dialect, { draft: draftOf(dialect) });
  const found = readDialect(dialect, state);
  state.dialects.set(dialect, found);
  return found;
}

/** The draft that a `$schema` names, or what the meta-schema behind it says, if it was read (Core 2020-12, section 8.1.2). */
function readDialect(dialect: string, state: BundleState): SchemaDialect {
  const draft = draftOf(dialect);
  if (draft !== undefined) return { draft };
  const meta = state.library.resolve(dialect, { source: state.root, base: state.root.uri, pointer: '', scope: [] });
  if (isMissing(meta)) return { draft: undefined };
  const base = meta.dialect === dialect ? undefined : dialectAt(meta, state).draft;
  const listed = own(meta.value, '$vocabulary');
  if (!isObject(listed)) return { draft: base };
  const names = Object.keys(listed).map((uri) => uri.split('/').at(-1) ?? '');
  // 2019-09 has the keywords of `unevaluated` among the applicators
  const implied = base === 2019 && names.includes('applicator') ? ['unevaluated'] : [];
  return { draft: base, vocabularies: new Set([...names, 'core', ...implied]) };
}

/** Which members of a schema its own dialect does not heed. */
export interface Unheeded {
  /** What stands beside a `$ref` that stands alone. */
  readonly ignored: ReadonlySet<string>;
  /** Keywords of later drafts or of other vocabularies. */
  readonly unknown: ReadonlySet<string>;
}

/** For a schema of 2020-12 and whatever is no schema. */
export const nothingUnheeded: Unheeded = { ignored: new Set(), unknown: new Set() };

/**
 * The members of a schema that must not be read as 2020-12, for they mean nothing in its own dialect. Reports them as
 * `spec/ignored-sibling` and `spec/later-keyword`.
 */
export function unheeded(place: Place, state: BundleState): Unheeded {
  const dialect = dialectAt(place, state);
  const { draft, vocabularies } = dialect;
  if ((draft === undefined || draft === 2020) && vocabularies === undefined) return nothingUnheeded;
  const keys = isObject(place.value) ? Object.keys(place.value) : [];
  const isAlone = draft !== undefined && draft <= 7 && ownString(place.value, '$ref') !== undefined;
  const ignored = isAlone ? keys.filter((key) => !staysBeside(key)) : [];
  if (ignored.length > 0) state.report.add('spec/ignored-sibling', locationOf(place), { names: ignored.join(', ') });
  const unknown = keys.filter((key) => !ignored.includes(key) && !isKnown(key, dialect));
  for (const name of unknown)
    state.report.add('spec/later-keyword', locationOf(place), { name, dialect: place.dialect ?? '' });
  return { ignored: new Set(ignored), unknown: new Set(unknown) };
}

/** What may stand beside any `$ref`: what informs, and what is referred to or names the file. */
function staysBeside(key: string): boolean {
  return harmless.has(key) || key.startsWith('x-') || key.startsWith('$') || key === 'definitions' || key === 'id';
}

function isKnown(key: string, { draft = 2020, vocabularies }: SchemaDialect): boolean {
  const row = assertions.get(key);
  if (row === undefined) return true;
  return row.since <= draft && (vocabularies === undefined || vocabularies.has(row.vocabulary));
}

/**
 * Makes a copied schema mean in 2020-12 what it means in its own dialect, in place. A list of item schemas gets its later
 * name here, beside the old one, which the rule about legacy schemas takes away: a list of one says something of the first
 * item only, while people who have no dialect with lists mean all items by it. A format that the vocabulary asserts
 * (Validation 2020-12, section 7.2.2) is marked as such.
 */
export function keepMeaning(schema: JsonObject, place: Place, state: BundleState): void {
  const { draft, vocabularies } = dialectAt(place, state);
  if (draft !== undefined && draft <= 2019 && Array.isArray(schema['items'])) schema['prefixItems'] = schema['items'];
  if (draft === 2019 && schema['contains'] !== undefined && asksForItems(place.source)) hideContains(schema);
  if (vocabularies?.has('format-assertion') && schema['format'] !== undefined) schema['x-format-asserted'] = true;
}

const askingForItems = new WeakMap<Source, boolean>();

function asksForItems(source: Source): boolean {
  const known = askingForItems.get(source) ?? JSON.stringify(source.data.value).includes('"unevaluatedItems"');
  askingForItems.set(source, known);
  return known;
}

/** What `contains` finds counts as evaluated since 2020-12 only; within a `not`, nothing does. */
function hideContains(schema: JsonObject): void {
  const hidden: JsonObject = {};
  for (const key of ['contains', 'minContains', 'maxContains']) {
    const value = schema[key];
    if (value === undefined) continue;
    hidden[key] = value;
    delete schema[key];
  }
  schema['allOf'] = [...(ownArray(schema, 'allOf') ?? []), { not: { not: hidden } }];
}

/** Whether a `$schema` says nothing any more once what it stands in has been copied: then that is read as 2020-12. */
export function isTranslated(place: Place, state: BundleState): boolean {
  const { draft, vocabularies } = dialectAt(place, state);
  return (draft !== undefined && draft < 2020) || vocabularies !== undefined;
}
