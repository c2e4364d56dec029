import type * as openapiTypescript from 'openapi-typescript';
import type { GlobalContext, OpenAPI3, SchemaObject, TransformNodeOptions } from 'openapi-typescript';
import { own, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import {
  aliasDeclaration,
  arrayType,
  declarationName,
  namedType,
  openType,
  presentType,
  type TypeNode,
  withoutMembers,
} from '../typescript.ts';
import { furtherPath } from './view.ts';

// The only import of openapi-typescript. It is loaded when first needed: it takes most of a second.

type Library = typeof openapiTypescript;

/** Types of kinds the spec does not have; openapi-typescript writes them as `Record<string, never>`. */
const empty = new Set(['webhooks', '$defs']);

/**
 * The TypeScript text that openapi-typescript writes for `view` (made by `specView`). Its transformation is called
 * directly: the default export would lint and bundle first, which a normalized spec does not need and which takes
 * nearly half the time.
 */
export async function printTypes(view: JsonObject): Promise<string> {
  const library = await import('openapi-typescript');
  const aliases: Aliases = new Map();
  const nodes = library.transformSchema(view as unknown as OpenAPI3, transformContext(library, view, aliases));
  const declarations = [...aliases].map(([name, type]) => aliasDeclaration(name, type));
  const known = nodes.filter((node) => !empty.has(declarationName(node) ?? ''));
  const shown = known.map((node) => (declarationName(node) === 'paths' ? withoutMembers(node, furtherPath) : node));
  return library.astToString([...shown, ...declarations]);
}

/** The types of lists that have a name of their own (see `resolvable`). */
type Aliases = Map<string, TypeNode>;

function transformContext(library: Library, view: JsonObject, aliases: Aliases): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // a property with a default may still be left out
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // the configuration of the linter, which the transformation does not read
    redoc: {} as GlobalContext['redoc'],
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    resolve: <T>(ref: string) => resolvePointer(view, localRefPointer(ref) ?? '') as T | undefined,
    transform: (schema, options) => {
      const type = specialType(library, schema, options);
      const alias = ownString(schema as unknown as JsonValue, 'x-alias');
      if (type === undefined || alias === undefined) return type;
      aliases.set(alias, type);
      return namedType(alias);
    },
    transformProperty: undefined,
  };
}

/** The types that openapi-typescript cannot say: tuples with optional and further items, arrays of arrays, open enums. */
function specialType(library: Library, schema: SchemaObject, options: TransformNodeOptions): TypeNode | undefined {
  const view = schema as unknown as JsonValue;
  if (own(view, 'x-open') === true) return openType(own(view, 'type') === 'number' ? 'number' : 'string');
  if (own(view, 'x-present') === true) return presentType();
  if (own(view, 'type') !== 'array') return undefined;
  const toType = (item: JsonValue): TypeNode => library.transformSchemaObject(item as unknown as SchemaObject, options);
  const prefix = own(view, 'prefixItems');
  const items = own(view, 'items');
  const minimum = own(view, 'minItems');
  return arrayType({
    first: Array.isArray(prefix) ? prefix.map(toType) : [],
    present: typeof minimum === 'number' ? minimum : 0,
    ...(items !== undefined && items !== false && { rest: toType(items) }),
  });
}
