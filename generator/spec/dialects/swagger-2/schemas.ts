import { isObject, own, ownArray, ownObject, ownString, setOwn, type JsonObject } from '../../../base/json.ts';
import { joinPointer, localRefPointer, pointerTokens } from '../../../base/pointer.ts';
import { visitDescription } from '../../walk.ts';
import { pointerRef } from '../moves.ts';

/** Changes the schemas of a converted description, in place, to what they are called in OpenAPI 3.1. */
export function convertSchemas(document: JsonObject): void {
  visitDescription(document, {
    enterSchema: (schema) => {
      const property = schema['discriminator'];
      if (typeof property === 'string') schema['discriminator'] = { propertyName: property };
      // no value that a schema describes is a file, but what is written as one has the form of any octets
      if (typeof schema['type'] === 'string' && schema['type'].toLowerCase() === 'file')
        Object.assign(schema, { type: 'string', format: 'binary' });
    },
  });
}

/** Extensions by which a schema names the value of its parent's discriminator that stands for it: Swagger 2.0 has no mapping. */
const valueExtension = /^x-(?:[a-z]+-)?discriminator-value$/;

/** Maps the values that schemas name for themselves, in place; their references must lead to components already. */
export function mapDiscriminatorValues(document: JsonObject): void {
  const schemas = ownObject(ownObject(document, 'components'), 'schemas') ?? {};
  for (const [name, schema] of Object.entries(schemas)) {
    const key = Object.keys(isObject(schema) ? schema : {}).find((one) => valueExtension.test(one));
    const value = key === undefined ? undefined : own(schema, key);
    if (typeof value !== 'string') continue;
    for (const discriminator of discriminatorsAbove(schemas, name, new Set())) {
      const mapping = ownObject(discriminator, 'mapping') ?? {};
      setOwn(mapping, value, pointerRef(joinPointer('/components/schemas', name)));
      discriminator['mapping'] = mapping;
    }
  }
}

/** The discriminators of a schema and of all that its `allOf` refers to. */
function discriminatorsAbove(schemas: JsonObject, name: string, seen: Set<string>): JsonObject[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const schema = own(schemas, name);
  const discriminator = ownObject(schema, 'discriminator');
  const parents = (ownArray(schema, 'allOf') ?? []).flatMap((part) => {
    const tokens = pointerTokens(localRefPointer(ownString(part, '$ref') ?? '') ?? '');
    const parent = tokens.length === 3 && tokens[1] === 'schemas' ? tokens[2] : undefined;
    return parent === undefined ? [] : discriminatorsAbove(schemas, parent, seen);
  });
  return [...(discriminator ? [discriminator] : []), ...parents];
}
