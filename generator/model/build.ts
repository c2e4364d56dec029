import type { Report } from '../base/diagnostic.ts';
import { own, ownArray, ownObject, ownString } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { createNameScope } from '../base/name-scope.ts';
import type { FormatChoice, ResponseMode } from '../base/options.ts';
import { joinPointer } from '../base/pointer.ts';
import type { Spec } from '../spec/openapi.ts';
import type { BuildContext } from './context.ts';
import { breakEndlessReferences } from './cycles.ts';
import type { Api, NamedSchema, Operation, Webhook } from './model.ts';
import { openResponses } from './openness.ts';
import { nameComponents, nameOperations, nameStems } from './names.ts';
import { buildOperation, listOperations } from './operations.ts';
import { buildSchema } from './schemas.ts';
import { buildSecuritySchemes } from './security.ts';
import { buildServers, settleServers, type ServerNames } from './servers.ts';
import { assignTags, tagged } from './tags.ts';
import { withPrintedPointers } from './twins.ts';
import { nameUnions } from './unions.ts';
import { listWebhooks } from './webhooks.ts';
import { widenAroundLosses } from './widening.ts';

/** More references to unnamed parts than this are not unfolded. */
const maxInlines = 20_000;

/**
 * The model of a normalized OpenAPI 3.1 spec, all names decided; `formats` says which formats it asserts, `responses` whether
 * what answers carry is left open (`openResponses`). `locate` finds the place of a JSON Pointer for
 * diagnostics: `model/unsupported`, `model/invalid-pattern`, `spec/dangling-ref`, `spec/foreign-ref` and
 * `spec/undiscriminated`. Never throws for what a spec holds.
 */
export function buildApi(
  spec: Spec,
  report: Report,
  locate?: (pointer: string) => Location | undefined,
  formats: FormatChoice = 'annotate',
  responses: ResponseMode = 'closed',
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
  const places = listOperations(context);
  const sent = listWebhooks(context, places);
  const names: ServerNames = new Map();
  const listed = buildServers(ownArray(spec, 'servers'), names);
  const built = nameStems([...places, ...sent], scope).map((place) =>
    buildOperation(context, place, scope, { servers: listed, names }),
  );
  const raw = [...buildComponents(context), ...built.flatMap((operation) => operation.schemas)];
  const told = assignTags(context, breakEndlessReferences(context, raw));
  const schemas = nameUnions(widenAroundLosses(context, told), scope);
  const called = nameOperations(
    built.map(({ operation }) => operation.operationId),
    schemas,
  );
  const named = built.flatMap(({ operation }, index): Operation[] => {
    const name = called[index];
    return name ? [{ name, ...operation }] : [];
  });
  const { servers, operations } = settleServers(listed, named.slice(0, places.length));
  const webhooks = named.slice(places.length).map((operation, index): Webhook => {
    const place = sent[index];
    return { ...operation, kind: place?.kind ?? 'webhook', pointer: place?.operation.pointer ?? '' };
  });
  const description = ownString(spec.info, 'description');
  return {
    title: ownString(spec.info, 'title') ?? 'API',
    version: ownString(spec.info, 'version') ?? '0.0.0',
    ...(description !== undefined && { description }),
    servers,
    securitySchemes: buildSecuritySchemes(context),
    schemas: withPrintedPointers(spec, responses === 'open' ? openResponses(schemas, operations, webhooks) : schemas),
    operations: tagParameters(context, schemas, operations),
    webhooks,
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
