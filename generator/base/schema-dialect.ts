import { isObject, own, ownString, type JsonValue } from './json.ts';

/** The drafts of JSON Schema by what tells them apart here: the number of the draft, later the year. Draft 5 is draft 4. */
export type Draft = 3 | 4 | 6 | 7 | 2019 | 2020;

/** What is known of a dialect by its `$schema`. */
export interface SchemaDialect {
  /** The draft it is, or is made from; undefined where it is read as OpenAPI's own. */
  readonly draft: Draft | undefined;
  /** The last segments of the vocabularies that its meta-schema lists; undefined where all of the draft count. */
  readonly vocabularies?: ReadonlySet<string>;
}

const drafts: Readonly<Record<string, Draft>> = {
  'draft-03': 3,
  'draft-04': 4,
  'draft-05': 4,
  'draft-06': 6,
  'draft-07': 7,
  'draft/2019-09': 2019,
  'draft/2020-12': 2020,
};

/**
 * The draft that a `$schema` names; undefined for the dialect of OpenAPI, for meta-schemas of somebody's own and where
 * there is none.
 */
export function draftOf(dialect: string | undefined): Draft | undefined {
  const [, name = ''] = /json-schema\.org\/(draft-0\d|draft\/20\d\d-\d\d)\//.exec(dialect ?? '') ?? [];
  return Object.hasOwn(drafts, name) ? drafts[name] : undefined;
}

/**
 * The dialect within a value: its own `$schema`, else that of what is around it. An OpenAPI document names that of its
 * schemas by `jsonSchemaDialect` (OAS 3.1, section 4.8.1); its `$schema`, which some write for their editors, is about itself.
 */
export function ownDialect(value: JsonValue, outer: string | undefined): string | undefined {
  if (!isObject(value)) return outer;
  return ownString(value, isDescription(value) ? 'jsonSchemaDialect' : '$schema') ?? outer;
}

/** Whether an object is the root of an OpenAPI description, by the version that it names. */
export function isDescription(value: JsonValue): boolean {
  const version = own(value, 'openapi') ?? own(value, 'swagger');
  return typeof version === 'string' || typeof version === 'number';
}

/** Whether nothing counts beside a `$ref` (drafts 3 to 7; Core of draft 7, section 8.3). */
export function isReferenceAlone(dialect: string | undefined): boolean {
  const draft = draftOf(dialect);
  return draft !== undefined && draft <= 7;
}

/** The keyword that names a schema: `$id`, which was `id` until draft 4. */
export function identifierOf(value: JsonValue, dialect: string | undefined): string | undefined {
  const draft = draftOf(dialect);
  return ownString(value, '$id') ?? (draft !== undefined && draft <= 4 ? ownString(value, 'id') : undefined);
}

/**
 * The name by which a schema can be the target of a dynamic reference: its `$dynamicAnchor`, or, as no such anchor can be
 * called, nothing for the `$recursiveAnchor` of 2019-09 (Core of 2019-09, section 8.2.4.2).
 */
export function dynamicName(value: JsonValue): string | undefined {
  const name = ownString(value, '$dynamicAnchor');
  return name === undefined && own(value, '$recursiveAnchor') === true ? '' : name;
}
