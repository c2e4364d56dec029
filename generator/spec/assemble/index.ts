import type { Report } from '../../base/diagnostic.ts';
import { isObject, own, ownObject, ownString, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import { compareText, unique } from '../../base/order.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { entityTable } from './named-entities.ts';
import { entityComponents, reportUnused } from './entity-components.ts';
import { evidenceList, factsOf } from './fact-tree.ts';
import { assembleOperation } from './operations.ts';
import { pageNames } from '../page-names.ts';
import { groupOperations, operationKey, type OperationEvidence } from './paths.ts';
import { likenesses } from './likenesses.ts';
import { sharedParameters } from './shared-parameters.ts';
import { withEnvelopes } from './enveloped-lists.ts';
import { tellApart } from './entity-unions.ts';
import { showEntities } from './shown-entities.ts';
import { settleSampled } from './sampled-operations.ts';
import { securityComponents, type SecuritySchemes } from './security.ts';
import { mergeSpecs } from './specs.ts';
import { reportFirst } from './texts.ts';
import { operationKeys, uniteDocuments } from './unite.ts';
import { gatherUnknownTypes } from './unknown-types.ts';

/**
 * Puts evidence together to one OpenAPI 3.1 description (not yet normalized). Specs among the evidence come first and
 * win; what pages say of operations that no spec has is added. Every contradiction is reported, see `merge/*`; a
 * document that is no OpenAPI 3 is reported as `spec/not-openapi`. A spec without operations is a spec still
 * (`spec/only-schemas`); pages without one are nothing: then undefined is returned (`spec/no-operations`).
 */
export function assemble(evidence: readonly Evidence[], report: Report): JsonObject | undefined {
  const specs = factsOf(evidence, 'spec');
  const draft = mergeSpecs(specs, factsOf(evidence, 'part'), report);
  const partial = new Map(specs.flatMap(({ fact }) => (fact.isPartial ? partialOperations(fact.data.value) : [])));
  const stated = evidence.filter(
    (one) => one.fact.kind !== 'spec' && one.fact.kind !== 'part' && !isShownBody(one, partial),
  );
  const pages = assemblePages(stated, operationKeys(draft), report);
  const hasPages = Object.keys(ownObject(pages, 'paths') ?? {}).length > 0;
  const document = draft
    ? hasPages
      ? uniteDocuments({ base: draft, other: pages, role: 'pages', partial }, () => undefined, report)
      : draft
    : pages;
  const paths = own(document, 'paths');
  const webhooks = own(document, 'webhooks');
  if ((isObject(paths) && Object.keys(paths).length > 0) || isObject(webhooks)) return document;
  if (draft && specs.length > 0) {
    report.add('spec/only-schemas', specs[0]?.evidence.location);
    return document;
  }
  report.add('spec/no-operations', undefined);
  return undefined;
}

/** The operations of a description, each with the bodies that it has. */
function partialOperations(value: JsonValue): [string, ReadonlySet<string>][] {
  if (!isObject(value)) return [];
  return [...operationKeys(value)].map(([key, operation]) => {
    const answers = Object.values(ownObject(operation, 'responses') ?? {});
    const bodies = [
      ...(own(operation, 'requestBody') === undefined ? [] : ['request']),
      ...(answers.some((answer) => own(answer, 'content') !== undefined) ? ['response'] : []),
    ];
    return [key, new Set(bodies)];
  });
}

/** Whether only a sample shows it of a body that a description has: it may hold what the description left out for a reason. */
function isShownBody({ subject, method }: Evidence, described: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (method !== 'sample' || (subject.kind !== 'request' && subject.kind !== 'response')) return false;
  return described.get(operationKey(subject.operation))?.has(subject.kind) ?? false;
}

/** The operations that pages name, or that they only add to (`known`: those of specs). */
function assemblePages(
  evidence: readonly Evidence[],
  known: ReadonlyMap<string, JsonObject>,
  outer: Report,
): JsonObject {
  const { report, tell } = gatherUnknownTypes(outer);
  const schemes: SecuritySchemes = new Map();
  const components: JsonObject = {};
  const paths: JsonObject = {};
  const entities = entityTable(evidence);
  // their names are taken before bodies are given any
  for (const { key } of entities.entities) components[key] = {};
  const settled = withEnvelopes(settleSampled(evidence), entities);
  showEntities(settled, entities);
  tellApart(settled, entities);
  const withLikenesses = [...settled, ...likenesses(settled), ...sharedParameters(settled)];
  const groups = groupOperations(withLikenesses, report).filter(
    (group) =>
      known.has(operationKey(group)) ||
      group.evidence.some((one) => one.subject.kind === 'operation' && one.fact.kind === 'exists'),
  );
  const operations = groups
    .toSorted((left, right) => compareText(left.path, right.path))
    .map((group) => ({ group, operation: assembleOperation(group, { report, schemes, components, entities }) }));
  nameOperations(operations, known);
  for (const { group, operation } of operations) {
    const item = own(paths, group.path);
    setOwn(paths, group.path, { ...(isObject(item) ? item : {}), [group.method]: operation });
  }
  for (const { key } of entities.entities) delete components[key];
  Object.assign(components, entityComponents([paths, components], entities, report));
  reportUnused(entities, components, evidence, report);
  tell();
  const api = settled.filter((one) => one.subject.kind === 'api');
  const requirement = commonRequirement(groups, schemes);
  return {
    openapi: '3.1.0',
    info: apiInfo(api, Object.keys(paths), report),
    ...serverList(api),
    ...(requirement !== undefined && { security: [requirement] }),
    paths,
    components: {
      ...(Object.keys(components).length > 0 && { schemas: components }),
      ...(schemes.size > 0 && { securitySchemes: securityComponents(schemes) }),
    },
  };
}

/** Gives those operations a name that the documents give none. */
function nameOperations(
  operations: readonly { readonly group: OperationEvidence; readonly operation: JsonObject }[],
  known: ReadonlyMap<string, JsonObject>,
): void {
  const all = [...operations.map(({ operation }) => operation), ...known.values()];
  const given = all.flatMap((operation) => ownString(operation, 'operationId') ?? []);
  const nameless = operations.filter(({ operation }) => operation['operationId'] === undefined);
  const names = pageNames(
    nameless.map(({ group: { method, path }, operation }) => ({
      method,
      path,
      title: ownString(operation, 'summary') ?? '',
    })),
    given,
  );
  for (const [index, { operation }] of nameless.entries()) operation['operationId'] = names[index] ?? '';
}

/**
 * The only scheme there is, where at least half of the operations whose requests are shown send it. What a recording or a sample
 * sends without it is no reason to ask for it anywhere else.
 */
function commonRequirement(groups: readonly OperationEvidence[], schemes: SecuritySchemes): JsonObject | undefined {
  const [key, ...others] = schemes.keys();
  if (key === undefined || others.length > 0) return undefined;
  const asking = groups.filter(({ evidence }) => evidence.some(({ fact }) => fact.kind === 'security'));
  const shown = groups.filter(({ evidence }) =>
    evidence.some(({ subject, method }) => method === 'sample' && subject.kind !== 'response'),
  );
  return 2 * asking.length >= shown.length ? { [key]: [] } : undefined;
}

/** Title and version: stated, else from the host (`api.plane.so` → Plane API) and the version in the paths. */
function apiInfo(api: readonly Evidence[], paths: readonly string[], report: Report): JsonObject {
  const uncertain: string[] = [];
  let title = factsOf(api, 'title')[0]?.fact.text;
  reportFirst(api, 'title', 'info', report);
  if (title === undefined) {
    const name = nameFromHost(factsOf(api, 'server')[0]?.fact.url);
    title = name === undefined ? 'API' : `${name} API`;
    uncertain.push(name === undefined ? 'no title is stated' : 'no title is stated: this one is made of the host name');
  }
  const bases = factsOf(api, 'server').map(({ fact }) => fact.url.replace(/^[a-z]+:\/\/[^/]*/i, ''));
  const versions = unique([...paths, ...bases].flatMap((path) => path.match(/(?<=\/)v\d+(?:\.\d+)*(?=\/|$)/g) ?? []));
  const [version] = versions;
  uncertain.push(version === undefined ? 'no version is stated' : 'the version is that of the paths; none is stated');
  return { title, version: version ?? '0.0.0', 'x-uncertain': uncertain };
}

function nameFromHost(url: string | undefined): string | undefined {
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(url ?? '')?.[1] ?? '';
  // an address of the network names nothing
  if (/^[\d.]+$|^localhost$/i.test(host)) return undefined;
  const labels = host.split('.').filter((label) => !/^(?:www|api|app|rest|developers?|docs)$/i.test(label));
  const label = labels.length > 1 ? labels[labels.length - 2] : labels[0];
  // nor does a stand-in: `<server>`, `ROUTER_IP`
  if (label === undefined || !host.includes('.') || !/^[a-z\d-]+$/i.test(label)) return undefined;
  return label ? `${label.charAt(0).toUpperCase()}${label.slice(1)}` : undefined;
}

function serverList(api: readonly Evidence[]): JsonObject {
  const facts = factsOf(api, 'server');
  const urls = unique(facts.map(({ fact }) => templateOf(fact.url))).toSorted(compareText);
  if (urls.length === 0) return {};
  const servers = urls.map((url): JsonValue => {
    const places = facts.filter(({ fact }) => templateOf(fact.url) === url).map((one) => one.evidence);
    const names = unique([...url.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
    const variables: JsonObject = {};
    // a default must be there (OAS 3.1, section 4.8.6); where none is stated, the name stands for it
    for (const name of names) setOwn(variables, name, { default: name, 'x-uncertain': ['no default is documented'] });
    return { url, ...(names.length > 0 && { variables }), 'x-evidence': evidenceList(places) };
  });
  return { servers };
}

/** An address with its placeholders as OpenAPI writes variables. */
function templateOf(url: string): string {
  return (
    url
      .replaceAll(/<(\w{1,40})>/g, '{$1}')
      // `http://ROUTER_IP:8080`, `http://address:port`
      .replace(
        /^([a-z]+:\/\/)([A-Z][A-Z\d]{0,40}(?:_[A-Z\d]{1,40}){1,6})(?=[:/]|$)/i,
        (whole, scheme: string, name: string) => (name === name.toUpperCase() ? `${scheme}{${name}}` : whole),
      )
      .replace(/^([a-z]+:\/\/[^/:]{1,200}):([A-Za-z]\w{0,40})(?=\/|$)/i, '$1:{$2}')
  );
}
