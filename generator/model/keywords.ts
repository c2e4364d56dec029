/** The kinds of values whose keywords bind nothing but them (JSON Schema Core 2020-12, section 7.6.1). */
export type BoundKind = 'string' | 'number' | 'array' | 'object';

/**
 * How a keyword enters the model: it binds one kind of value; `format` binds strings or numbers; `structure` combines
 * schemas or values and is read by name; `leftover` looks at what the others leave; `note` says nothing about values.
 */
type KeywordUse = BoundKind | 'format' | 'structure' | 'leftover' | 'note';

/**
 * Where a package shows a keyword: in the `type` (and the validator), in the `validator` only, in the `documentation`
 * of the type, or nowhere, for it is no statement about values (`silent`). `reported` gives `model/unsupported`, and the
 * type and the validator are wider than the document.
 */
export type KeywordFace = 'type' | 'validator' | 'documentation' | 'silent' | 'reported';

/** A row of the table. */
export interface Keyword {
  readonly use: KeywordUse;
  readonly face: KeywordFace;
  /** Why a keyword is only reported. */
  readonly reason?: string;
}

const inType = (use: KeywordUse): Keyword => ({ use, face: 'type' });
const inValidator = (use: KeywordUse): Keyword => ({ use, face: 'validator' });
const documentation: Keyword = { use: 'note', face: 'documentation' };
const silent: Keyword = { use: 'note', face: 'silent' };
const reported = (reason: string): Keyword => ({ use: 'note', face: 'reported', reason });

// a normalized spec has a `$ref` in the place of each that can be followed
const dynamic = 'it cannot be told which schema it means';

/**
 * Every keyword of JSON Schema 2020-12 and the OAS 3.1 base vocabulary, and those of older drafts that 2020-12 still
 * knows of. Anything else is an annotation (Core, section 6.5).
 */
export const keywords: Readonly<Record<string, Keyword>> = {
  // Core, section 8
  $ref: inType('structure'),
  $dynamicRef: reported(dynamic),
  $recursiveRef: reported(dynamic),
  $id: silent,
  $schema: silent,
  $anchor: silent,
  $dynamicAnchor: silent,
  $recursiveAnchor: silent,
  $vocabulary: silent,
  $comment: silent,
  $defs: silent,
  definitions: silent,

  // Core, section 10: combinations and conditions
  allOf: inType('structure'),
  oneOf: inType('structure'),
  anyOf: inType('structure'),
  not: inValidator('structure'),
  if: inValidator('structure'),
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword, not a method
  then: inValidator('structure'),
  else: inValidator('structure'),
  dependentSchemas: inValidator('object'),
  dependencies: inValidator('object'),

  // Core, sections 10.3 and 11: members
  items: inType('array'),
  prefixItems: inType('array'),
  contains: inValidator('array'),
  properties: inType('object'),
  additionalProperties: inType('object'),
  patternProperties: inType('object'),
  propertyNames: inValidator('object'),
  unevaluatedItems: inValidator('leftover'),
  unevaluatedProperties: inType('leftover'),

  // Validation, section 6
  type: inType('structure'),
  const: inType('structure'),
  enum: inType('structure'),
  minLength: inValidator('string'),
  maxLength: inValidator('string'),
  pattern: inValidator('string'),
  minimum: inValidator('number'),
  exclusiveMinimum: inValidator('number'),
  maximum: inValidator('number'),
  exclusiveMaximum: inValidator('number'),
  multipleOf: inValidator('number'),
  minItems: inType('array'),
  maxItems: inType('array'),
  uniqueItems: inValidator('array'),
  minContains: inValidator('array'),
  maxContains: inValidator('array'),
  required: inType('object'),
  minProperties: inValidator('object'),
  maxProperties: inValidator('object'),
  dependentRequired: inValidator('object'),

  // Validation, sections 7 and 8: annotations
  format: { use: 'format', face: 'silent' },
  contentEncoding: silent,
  contentMediaType: silent,
  contentSchema: silent,

  // Validation, section 9
  title: documentation,
  description: documentation,
  default: documentation,
  deprecated: documentation,
  examples: documentation,
  // what only one direction carries has a type of its own in the other
  readOnly: inType('note'),
  writeOnly: inType('note'),

  // OAS 3.1, section 4.8.24.2
  discriminator: inType('structure'),
  example: documentation,
  externalDocs: silent,
  xml: silent,
};

/** The row of the keyword `name`; undefined for one that JSON Schema and OpenAPI do not know. */
export function keywordOf(name: string): Keyword | undefined {
  return Object.hasOwn(keywords, name) ? keywords[name] : undefined;
}
