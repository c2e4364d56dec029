import type { Report } from '../base/diagnostic.ts';
import { own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { createNameScope } from '../base/name-scope.ts';
import type { FormatChoice } from '../base/options.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Spec } from '../spec/openapi.ts';
import type { BuildContext } from './context.ts';
import { breakEndlessReferences } from './cycles.ts';
import type { Api, NamedSchema, Operation, Server } from './model.ts';
import { nameComponents, nameOperations, nameStems } from './names.ts';
import { buildOperation, listOperations } from './operations.ts';
import { buildSchema } from './schemas.ts';
import { buildSecuritySchemes } from './security.ts';
import { assignTags, tagged } from './tags.ts';
import { withPrintedPointers } from './twins.ts';
import { nameUnions } from './unions.ts';
import { widenAroundLosses } from './widening.ts';

/** More references to unnamed parts than this are not unfolded. */
const maxInlines = 20_000;

/**
 * The model of a normalized OpenAPI 3.1 spec, all names decided; `formats` says which formats it asserts. `locate` finds the place of a JSON Pointer for
 * diagnostics: `model/unsupported`, `model/invalid-pattern`, `spec/dangling-ref`, `spec/foreign-ref` and
 * `spec/undiscriminated`. Never throws for what a spec holds.
 */
export function buildApi(
  spec: Spec,
  report: Report,
  locate?: (pointer: string) => Location | undefined,
  formats: FormatChoice = 'annotate',
): Api {
  const scope = createNameScope([], 'exact');
  const componentNames = nameComponents(spec, scope);
  const budget = { inlines: maxInlines };
  const context: BuildContext = {
    spec,
    report,
    formats,
    locate,
    componentNames,
    inlining: new Set(),
    budget,
    losses: new Set(),
    lossy: new Set(),
  };
  const built = nameStems(listOperations(context), scope).map((place) => buildOperation(context, place, scope));
  const raw = [...buildComponents(context), ...built.flatMap((operation) => operation.schemas)];
  const told = assignTags(context, breakEndlessReferences(context, raw));
  const schemas = nameUnions(widenAroundLosses(context, told), scope);
  const names = nameOperations(
    built.map(({ operation }) => operation.operationId),
    schemas,
  );
  const operations = built.flatMap(({ operation }, index): Operation[] => {
    const name = names[index];
    return name ? [{ name, ...operation }] : [];
  });
  const description = ownString(spec.info, 'description');
  return {
    title: ownString(spec.info, 'title') ?? 'API',
    version: ownString(spec.info, 'version') ?? '0.0.0',
    ...(description !== undefined && { description }),
    servers: buildServers(spec),
    securitySchemes: buildSecuritySchemes(context),
    schemas: withPrintedPointers(spec, schemas),
    operations: tagParameters(context, schemas, operations),
  };
}

function buildComponents(context: BuildContext): NamedSchema[] {
  const schemas = ownObject(ownObject(context.spec, 'components'), 'schemas') ?? {};
  return [...context.componentNames].map(([key, name]) => ({
    name,
    origin: { kind: 'component', key },
    schema: buildSchema(context, own(schemas, key), joinPointer('/components/schemas', key)),
  }));
}

/** Unions in parameters have no owner to be named after; they get their tags and stay where they are. */
function tagParameters(
  context: BuildContext,
  schemas: readonly NamedSchema[],
  operations: readonly Operation[],
): Operation[] {
  const byName = new Map(schemas.map((named) => [named.name, named.schema]));
  return operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.map((parameter) => ({
      ...parameter,
      schema: tagged(context, parameter.schema, (name) => byName.get(name)),
    })),
  }));
}

/** The servers of the spec, variables replaced by their defaults (OAS 3.1, section 4.8.6). */
function buildServers(spec: Spec): Server[] {
  return (ownArray(spec, 'servers') ?? []).flatMap((raw): Server[] => {
    const url = ownString(raw, 'url');
    const description = ownString(raw, 'description');
    if (url === undefined) return [];
    return [{ url: fillVariables(url, own(raw, 'variables')), ...(description !== undefined && { description }) }];
  });
}

function fillVariables(url: string, variables: JsonValue | undefined): string {
  return url.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => ownString(own(variables, name), 'default') ?? whole);
}
