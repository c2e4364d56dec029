import { isObject, ownObject, ownString, setOwn, type JsonObject } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import type { ObjectName } from '../grammar.ts';
import { placeOf } from '../rules/rule.ts';
import { methods, visitDescription } from '../walk.ts';
import type { DialectContext, Lowering } from './dialect.ts';
import { createMoves, followMoves } from './moves.ts';
import { lowerParameters } from './querystring.ts';

/**
 * An OpenAPI 3.2 document in the shape of OpenAPI 3.1. What 3.1 can say is said so; of the rest, what bears on requests,
 * responses or values is kept under `x-oas-…` and reported as `spec/inexpressible`, and what only informs is kept there.
 */
export function fromOpenApi32(root: JsonObject, context: DialectContext): JsonObject {
  const moves = createMoves();
  moves.add('/components/mediaTypes', '/components/x-oas-mediaTypes');
  visitDescription(root, {
    object: (object, name, pointer, evident) => {
      const report = (what: string, outcome: string): void =>
        context.report.add('spec/inexpressible', (evident && placeOf(evident)) ?? context.locate(pointer), {
          what,
          outcome,
        });
      lowerings[name]?.({ object, root, pointer, moves, report });
    },
    enterSchema: lowerXml,
  });
  dropQuerystrings(root);
  followMoves(root, moves);
  return root;
}

/** Query strings that are components: each operation that refers to one has been given what 3.1 knows of it. */
function dropQuerystrings(root: JsonObject): void {
  const parameters = ownObject(ownObject(root, 'components'), 'parameters') ?? {};
  for (const [name, parameter] of Object.entries(parameters)) {
    if (isObject(parameter) && parameter['in'] === 'querystring') delete parameters[name];
  }
}

const lowerings: Readonly<Partial<Record<ObjectName, (lowering: Lowering) => void>>> = {
  root: ({ object }) => keep(object, '$self', 'x-oas-self'),
  tag: ({ object }) => ['summary', 'parent', 'kind'].forEach((key) => keep(object, key)),
  server: ({ object }) => keep(object, 'name'),
  components: ({ object }) => keep(object, 'mediaTypes'),
  pathItem: (lowering) => {
    lowerMethods(lowering);
    lowerParameters(lowering);
  },
  operation: lowerParameters,
  mediaType: lowerMediaType,
  encoding: ({ object }) => ['encoding', 'prefixEncoding', 'itemEncoding'].forEach((key) => keep(object, key)),
  response: ({ object }) => {
    if (object['description'] === undefined && typeof object['summary'] === 'string') {
      object['description'] = object['summary'];
      delete object['summary'];
    } else keep(object, 'summary');
  },
  example: ({ object }) => {
    if (object['value'] === undefined && object['dataValue'] !== undefined) {
      object['value'] = object['dataValue'];
      delete object['dataValue'];
    } else keep(object, 'dataValue');
    keep(object, 'serializedValue');
  },
  discriminator: ({ object, report }) => {
    if (object['defaultMapping'] === undefined) return;
    keep(object, 'defaultMapping');
    report('"defaultMapping" of a discriminator', 'it is kept as x-oas-defaultMapping');
  },
  securityScheme: ({ object }) => ['oauth2MetadataUrl', 'deprecated'].forEach((key) => keep(object, key)),
  oauthFlows: ({ object, report }) => {
    if (object['deviceAuthorization'] === undefined) return;
    keep(object, 'deviceAuthorization');
    report('the OAuth flow "deviceAuthorization"', 'it is kept as x-oas-deviceAuthorization');
  },
  oauthFlow: ({ object }) => keep(object, 'deviceAuthorizationUrl'),
  securityRequirement: ({ object }) => {
    for (const [key, scopes] of Object.entries(object)) {
      const [, name] = /^#\/components\/securitySchemes\/([^/]+)$/.exec(key) ?? [];
      if (name === undefined) continue;
      delete object[key];
      setOwn(object, name.replaceAll('~1', '/').replaceAll('~0', '~'), scopes);
    }
  },
};

/** Keeps a member that 3.1 does not know as an extension, in place. */
function keep(object: JsonObject, key: string, name = `x-oas-${key}`): void {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value === undefined) return;
  delete object[key];
  if (!Object.hasOwn(object, name)) setOwn(object, name, value);
}

/** `query` and methods of one's own, which a path item of 3.1 has no place for. */
function lowerMethods({ object: item, pointer, moves, report }: Lowering): void {
  const further: JsonObject = { ...ownObject(item, 'additionalOperations') };
  delete item['additionalOperations'];
  moves.add(`${pointer}/additionalOperations`, `${pointer}/x-oas-additionalOperations`);
  if (isObject(item['query'])) {
    setOwn(further, 'QUERY', item['query']);
    moves.add(`${pointer}/query`, `${pointer}/x-oas-additionalOperations/QUERY`);
    delete item['query'];
  }
  for (const [name, operation] of Object.entries(further)) {
    const method = methods.find((one) => one === name.toLowerCase());
    if (method !== undefined && item[method] === undefined) {
      item[method] = operation;
      moves.add(`${pointer}/additionalOperations/${name}`, `${pointer}/${method}`);
      delete further[name];
    } else report(`an operation with the method ${name}`, 'it is kept under x-oas-additionalOperations');
  }
  if (Object.keys(further).length > 0) item['x-oas-additionalOperations'] = further;
}

/** Media types that are referred to stand in place; streams of items are kept beside the schema of the whole. */
function lowerMediaType({ object, root, report }: Lowering): void {
  for (let steps = 0; typeof object['$ref'] === 'string' && steps < 20; steps += 1) {
    const pointer = localRefPointer(ownString(object, '$ref') ?? '')?.replace(
      /^\/components\/mediaTypes\//,
      // the components may have been entered before
      root['components'] && ownObject(ownObject(root, 'components'), 'x-oas-mediaTypes')
        ? '/components/x-oas-mediaTypes/'
        : '$&',
    );
    const target = pointer === undefined ? undefined : resolvePointer(root, pointer);
    delete object['$ref'];
    if (isObject(target) && target !== object) Object.assign(object, structuredClone(target));
    else report('a media type', 'what it refers to is not known');
  }
  if (object['itemSchema'] !== undefined) {
    keep(object, 'itemSchema');
    report('"itemSchema" of a media type', 'it is kept as x-oas-itemSchema');
  }
  for (const key of ['prefixEncoding', 'itemEncoding']) keep(object, key);
}

/** `nodeType` of XML as 3.1 says it: attributes, and elements around lists. */
function lowerXml(schema: JsonObject): void {
  const xml = ownObject(schema, 'xml');
  const nodeType = ownString(xml, 'nodeType');
  if (!xml || nodeType === undefined) return;
  const isList = [schema['type']].flat().includes('array');
  if (nodeType === 'attribute') xml['attribute'] = true;
  else if (nodeType === 'element' && isList) xml['wrapped'] = true;
  else if (nodeType !== 'element' && !(nodeType === 'none' && isList)) setOwn(xml, 'x-oas-nodeType', nodeType);
  delete xml['nodeType'];
}
