import { createRequire } from 'node:module';
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
  typeOf,
  type TypeNode,
  withoutMembers,
} from '../typescript.ts';
import { furtherPath } from './view.ts';

// The only import of openapi-typescript. Required, so that it takes the compiler that is already loaded; and module by
// module, for its index loads a linter along, which takes as long as all the rest and would not be used.

type Library = typeof openapiTypescript;
const load = createRequire(import.meta.url);
const transformSchema = load('openapi-typescript/dist/transform/index.cjs') as Library['transformSchema'];
const { default: transformSchemaObject } = load('openapi-typescript/dist/transform/schema-object.cjs') as {
  readonly default: Library['transformSchemaObject'];
};
const { astToString } = load('openapi-typescript/dist/lib/ts.cjs') as Pick<Library, 'astToString'>;

/** Types of kinds the spec does not have; openapi-typescript writes them as `Record<string, never>`. */
const empty = new Set(['webhooks', '$defs']);

/** The text of types, and the names of the runtime's types that it uses (`templates/runtime/open.ts`). */
export interface PrintedTypes {
  readonly text: string;
  readonly imported: readonly string[];
}

/** What is found while types are made. */
interface Printing {
  readonly aliases: Aliases;
  readonly imported: Set<string>;
}

/**
 * The TypeScript text that openapi-typescript writes for `view` (made by `specView`). Its transformation is called
 * directly: the default export would lint and bundle first, which a normalized spec does not need and which takes
 * nearly half the time.
 */
export function printTypes(view: JsonObject): PrintedTypes {
  const aliases: Aliases = new Map();
  const imported = new Set<string>();
  const printing: Printing = { aliases, imported };
  const nodes = transformSchema(view as unknown as OpenAPI3, transformContext(printing, view));
  const declarations = [...aliases].map(([name, type]) => aliasDeclaration(name, type));
  const known = nodes.filter((node) => !empty.has(declarationName(node) ?? ''));
  const shown = known.map((node) => (declarationName(node) === 'paths' ? withoutMembers(node, furtherPath) : node));
  return { text: astToString([...shown, ...declarations]), imported: [...imported] };
}

/** The types of lists that have a name of their own (see `resolvable`). */
type Aliases = Map<string, TypeNode>;

function transformContext(printing: Printing, view: JsonObject): GlobalContext {
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
      const type = specialType(printing, schema, options);
      const alias = ownString(schema as unknown as JsonValue, 'x-alias');
      if (type === undefined || alias === undefined) return type;
      printing.aliases.set(alias, type);
      return namedType(alias);
    },
    transformProperty: undefined,
  };
}

/** What the documents do not list: a value, or the branch of a union in which `property` holds one. */
function unknownType(type: string, property: string | undefined, imported: Set<string>): TypeNode {
  if (property === undefined || type !== 'UnknownValue') imported.add(type);
  if (property === undefined) return namedType(type);
  imported.add('UnknownBranch');
  return typeOf('UnknownBranch', property, type === 'UnknownValue' ? [] : [type]);
}

/** The types that openapi-typescript cannot say: further values and branches, tuples with optional and further items, arrays of arrays, open enums. */
function specialType(printing: Printing, schema: SchemaObject, options: TransformNodeOptions): TypeNode | undefined {
  const { imported } = printing;
  const view = schema as unknown as JsonValue;
  const unknown = ownString(view, 'x-unknown');
  if (unknown !== undefined) return unknownType(unknown, ownString(view, 'tag'), imported);
  if (own(view, 'x-open') === true) return openType(own(view, 'type') === 'number' ? 'number' : 'string');
  if (own(view, 'x-present') === true) return presentType();
  if (own(view, 'type') !== 'array') return undefined;
  const toType = (item: JsonValue): TypeNode => transformSchemaObject(item as unknown as SchemaObject, options);
  const prefix = own(view, 'prefixItems');
  const items = own(view, 'items');
  const minimum = own(view, 'minItems');
  return arrayType({
    first: Array.isArray(prefix) ? prefix.map(toType) : [],
    present: typeof minimum === 'number' ? minimum : 0,
    ...(items !== undefined && items !== false && { rest: toType(items) }),
  });
}
