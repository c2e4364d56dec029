import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { unique } from '../../base/order.ts';
import { createMoves, followMoves, type Moves } from '../dialects/moves.ts';
import { visitDescription } from '../walk.ts';
import { menderAt, type Mender } from './mending/mender.ts';
import { mendType } from './mending/types.ts';
import type { Rule } from './rule.ts';

/** JSON Schema 2020-12, Core, appendix E, and Validation: what earlier drafts said by other keywords. */
export const legacySchemasRule: Rule = {
  says: 'What earlier drafts of JSON Schema say by other keywords is said by those of 2020-12, and types by its words.',
  apply(document, context) {
    const moves = createMoves();
    let moved = false;
    visitDescription(document, {
      enterSchema: (schema, pointer, evident) => {
        const mender = menderAt(context, evident);
        mendType(schema, mender);
        moved ||= Array.isArray(schema['items']) || isObject(schema['definitions']);
        for (const [keyword, mend] of steps)
          if (Object.hasOwn(schema, keyword)) mend({ schema, pointer, mender, moves });
      },
    });
    if (moved) followMoves(document, moves);
  },
};

interface Place {
  readonly schema: JsonObject;
  readonly pointer: string;
  readonly mender: Mender;
  readonly moves: Moves;
}

/** Mends by keyword, in this order; each is called where its keyword stands. */
const mends: Readonly<Record<string, (place: Place) => void>> = {
  definitions: ({ schema, pointer, moves }) => {
    const definitions = ownObject(schema, 'definitions');
    if (!definitions) return;
    schema['$defs'] = { ...definitions, ...ownObject(schema, '$defs') };
    delete schema['definitions'];
    moves.add(joinPointer(pointer, 'definitions'), joinPointer(pointer, '$defs'));
  },
  items: tupleItems,
  additionalItems: ({ schema }) => {
    // beside an `items` that holds for all there is nothing additional, and without one the keyword says nothing
    delete schema['additionalItems'];
  },
  dependencies: splitDependencies,
  divisibleBy: ({ schema }) => {
    schema['multipleOf'] ??= schema['divisibleBy'] ?? null;
    delete schema['divisibleBy'];
  },
  properties: ({ schema, mender }) => {
    const list = ownArray(schema, 'properties');
    if (list) schema['properties'] = namedProperties(list, mender);
    liftRequired(schema, mender);
  },
};

const steps = Object.entries(mends);

/**
 * `items` as a list describes the first items one by one; a list of one is meant for all of them, unless the schema is known
 * to be of a draft with such lists: then the list stands in `prefixItems` as well.
 */
function tupleItems({ schema, pointer, mender, moves }: Place): void {
  const items = schema['items'];
  if (!Array.isArray(items)) return;
  delete schema['items'];
  const rest = schema['additionalItems'];
  if (items.length === 1 && rest === undefined && schema['prefixItems'] === undefined) {
    schema['items'] = items[0] ?? {};
    moves.add(joinPointer(pointer, 'items', 0), joinPointer(pointer, 'items'));
    mender.mended('"items"', 'it is a list of one schema', 'each item has this schema');
    return;
  }
  if (items.length > 0) schema['prefixItems'] = items;
  else delete schema['prefixItems'];
  if (rest !== undefined) schema['items'] = rest;
  delete schema['additionalItems'];
  for (const index of items.keys())
    moves.add(joinPointer(pointer, 'items', index), joinPointer(pointer, 'prefixItems', index));
  moves.add(joinPointer(pointer, 'additionalItems'), joinPointer(pointer, 'items'));
}

function splitDependencies({ schema, mender }: Place): void {
  const dependencies = ownObject(schema, 'dependencies');
  if (!dependencies) return;
  delete schema['dependencies'];
  const required: JsonObject = { ...ownObject(schema, 'dependentRequired') };
  const schemas: JsonObject = { ...ownObject(schema, 'dependentSchemas') };
  for (const [name, value] of Object.entries(dependencies)) {
    if (Array.isArray(value)) setOwn(required, name, value);
    else if (typeof value === 'string') setOwn(required, name, [value]);
    else if (isObject(value) || typeof value === 'boolean') setOwn(schemas, name, value);
    else mender.dropped(`"dependencies.${name}"`, 'it is neither a list of names nor a schema');
  }
  if (Object.keys(required).length > 0) schema['dependentRequired'] = required;
  if (Object.keys(schemas).length > 0) schema['dependentSchemas'] = schemas;
}

function namedProperties(list: readonly JsonValue[], mender: Mender): JsonObject {
  const properties: JsonObject = {};
  for (const item of list) {
    const name = ownString(item, 'name');
    if (name === undefined || !isObject(item)) {
      mender.dropped('a property', '"properties" is a list, and this item of it has no name');
      continue;
    }
    const { name: _, ...schema } = item;
    setOwn(properties, name, schema);
  }
  if (list.length > 0) mender.mended('"properties"', 'it is a list, not a mapping', 'each item is read under its name');
  return properties;
}

/** `required: true` inside a property, as in draft 3 and in parameters: the object requires it. */
function liftRequired(schema: JsonObject, mender: Mender): void {
  const lifted: string[] = [];
  for (const [name, property] of Object.entries(ownObject(schema, 'properties') ?? {})) {
    const flag = own(property, 'required');
    if (!isObject(property) || (typeof flag !== 'boolean' && flag !== 'true' && flag !== 'false')) continue;
    delete property['required'];
    if (flag === true || flag === 'true') lifted.push(name);
    mender.mended(`"required" of "${name}"`, 'it stands in the property', 'it is said by the object around it');
  }
  const known = own(schema, 'required');
  if (lifted.length > 0) schema['required'] = unique([...(Array.isArray(known) ? known : []), ...lifted]);
}
