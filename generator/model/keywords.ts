/** The kinds of values whose keywords bind nothing but them (JSON Schema Core 2020-12, section 7.6.1). */
export type BoundKind = 'string' | 'number' | 'array' | 'object';

/**
 * How a keyword enters the model: it binds one kind of value; `format` binds strings or numbers; `structure` combines
 * schemas or values and is read by name; `docs` informs people; `silent` says nothing about values.
 */
export type KeywordUse =
  | { readonly use: BoundKind | 'format' | 'structure' | 'docs' | 'silent' }
  | { readonly use: 'unsupported'; readonly reason: string };

const binds = (use: BoundKind): KeywordUse => ({ use });
const structure: KeywordUse = { use: 'structure' };
const docs: KeywordUse = { use: 'docs' };
const silent: KeywordUse = { use: 'silent' };
const unsupported = (reason: string): KeywordUse => ({ use: 'unsupported', reason });

const condition = 'conditions over other properties have no type';
const dynamic = 'dynamic references are not followed';
const unevaluated = 'what other keywords left over is not tracked';

/** Every keyword of JSON Schema 2020-12 and the OAS 3.1 base vocabulary. Anything else is an annotation (Core, section 6.5). */
const keywords: Readonly<Record<string, KeywordUse>> = {
  $ref: structure,
  $id: silent,
  $schema: silent,
  $anchor: silent,
  $comment: silent,
  $defs: silent,
  $vocabulary: silent,
  $dynamicAnchor: silent,
  $dynamicRef: unsupported(dynamic),
  $recursiveRef: unsupported(dynamic),
  $recursiveAnchor: silent,
  definitions: silent,

  type: structure,
  const: structure,
  enum: structure,
  allOf: structure,
  oneOf: structure,
  anyOf: structure,
  not: structure,
  discriminator: structure,

  minLength: binds('string'),
  maxLength: binds('string'),
  pattern: binds('string'),
  format: { use: 'format' },
  contentEncoding: silent,
  contentMediaType: silent,
  contentSchema: silent,

  minimum: binds('number'),
  exclusiveMinimum: binds('number'),
  maximum: binds('number'),
  exclusiveMaximum: binds('number'),
  multipleOf: binds('number'),

  items: binds('array'),
  prefixItems: binds('array'),
  minItems: binds('array'),
  maxItems: binds('array'),
  uniqueItems: binds('array'),
  contains: binds('array'),
  minContains: binds('array'),
  maxContains: binds('array'),

  properties: binds('object'),
  required: binds('object'),
  additionalProperties: binds('object'),
  patternProperties: binds('object'),
  propertyNames: binds('object'),
  minProperties: binds('object'),
  maxProperties: binds('object'),
  dependentRequired: binds('object'),

  if: unsupported(condition),
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
  then: silent,
  else: silent,
  dependentSchemas: unsupported(condition),
  dependencies: unsupported('it is split into dependentRequired and dependentSchemas since 2019-09'),
  unevaluatedProperties: unsupported(unevaluated),
  unevaluatedItems: unsupported(unevaluated),

  title: docs,
  description: docs,
  default: docs,
  deprecated: docs,
  examples: docs,
  example: docs,
  readOnly: docs,
  writeOnly: docs,
  externalDocs: docs,
  xml: docs,
};

/** What the keyword `name` does; undefined for one that JSON Schema and OpenAPI do not know. */
export function keywordUse(name: string): KeywordUse | undefined {
  return Object.hasOwn(keywords, name) ? keywords[name] : undefined;
}
