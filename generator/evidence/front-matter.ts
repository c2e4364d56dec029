import type { Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { own, ownArray, ownObject, ownString, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import { readSample } from './code-samples.ts';
import { typed } from './component-attributes.ts';
import type { Evidence, Fact, OperationName, ParameterLocation, SecurityFact, Subject } from './evidence.ts';

/** What `authMethod` may say. */
const authMethods: ReadonlyMap<string, SecurityFact> = new Map([
  ['bearer', { type: 'http', scheme: 'bearer' }],
  ['basic', { type: 'http', scheme: 'basic' }],
  ['none', { type: 'none' }],
]);

/** What front matter says of the authentication of its operation: `authMethod`. */
export function frontMatterSecurity(front: Data, operation: OperationName): Evidence[] {
  const scheme = ownString(front.value, 'authMethod');
  const subject: Subject = { kind: 'operation', operation };
  const security = authMethods.get(scheme ?? '');
  if (!security) return [];
  const fact = { kind: 'security', security } as const;
  return [{ subject, fact, location: front.locate('/authMethod'), method: 'attribute', confidence: 'high' }];
}

/** Title and description of the front matter, where what was `found` has no summary or description of the operation. */
export function frontMatterTexts(front: Data, operation: OperationName, found: readonly Evidence[]): Evidence[] {
  const subject: Subject = { kind: 'operation', operation };
  const rows = [
    ['title', 'summary'],
    ['description', 'description'],
    ['excerpt', 'description'],
  ] as const;
  const texts = new Set<string>();
  return rows.flatMap(([key, kind]): Evidence[] => {
    const text = ownString(front.value, key)?.trim() ?? '';
    const isSaid = found.some(
      (one) =>
        one.fact.kind === kind &&
        one.subject.kind === 'operation' &&
        one.subject.operation.method === operation.method &&
        one.subject.operation.path === operation.path,
    );
    if (text === '' || isSaid || texts.has(kind)) return [];
    texts.add(kind);
    return [
      { subject, fact: { kind, text }, location: front.locate(`/${key}`), method: 'attribute', confidence: 'medium' },
    ];
  });
}

const places: ReadonlySet<string> = new Set(['path', 'query', 'header', 'cookie']);

/**
 * The parameters and samples that front matter lists under `api`: `params: [{name, in, type, required, desc, default}]` and
 * `results: {codes: [{status, code}]}`. Gives `evidence/broken-sample`.
 */
export function frontMatterFields(front: Data, operation: OperationName, report: Report): Evidence[] {
  const api = ownObject(front.value, 'api');
  const params = ownArray(api, 'params') ?? [];
  const codes = ownArray(ownObject(api, 'results'), 'codes') ?? [];
  return [
    ...params.flatMap((param, index) => parameterFacts(param, front.locate(`/api/params/${index}`), operation)),
    ...codes.flatMap((code, index) => sampleFact(code, front.locate(`/api/results/codes/${index}`), operation, report)),
  ];
}

function parameterFacts(param: JsonValue, location: Location, operation: OperationName): Evidence[] {
  const name = ownString(param, 'name')?.trim() ?? '';
  const place = ownString(param, 'in') ?? '';
  const subject: Subject | undefined = places.has(place)
    ? { kind: 'parameter', operation, location: place as ParameterLocation, name }
    : place === 'body'
      ? { kind: 'request', operation, path: [{ kind: 'property', name }] }
      : undefined;
  if (name === '' || !subject) return [];
  const words = ownString(param, 'type');
  const text = ownString(param, 'desc') ?? ownString(param, 'description') ?? '';
  const required = own(param, 'required');
  const value = own(param, 'default');
  const facts: Fact[] = [{ kind: 'exists' }];
  if (words !== undefined && words !== '') facts.push({ kind: 'type', words });
  if (typeof required === 'boolean') facts.push({ kind: 'required', value: required });
  if (text.trim() !== '') facts.push({ kind: 'description', text: text.trim() });
  if (value !== undefined && value !== null && value !== '')
    facts.push({ kind: 'default', value: typed(value, words ?? '') });
  return facts.map((fact) => ({ subject, fact, location, method: 'attribute', confidence: 'high' }));
}

function sampleFact(code: JsonValue, location: Location, operation: OperationName, report: Report): Evidence[] {
  const status = String(own(code, 'status') ?? '');
  const text = ownString(code, 'code') ?? '';
  if (!/^[1-5]\d\d$/.test(status)) return [];
  const subject: Subject = { kind: 'response', operation, status, path: [] };
  const exists: Evidence = { subject, fact: { kind: 'exists' }, location, method: 'attribute', confidence: 'high' };
  if (!/^\s*[[{]/.test(text) || /^\s*(?:\{\s*\}|\[\s*\])\s*$/.test(text)) return [exists];
  const data = readSample(text, { document: location.document, firstLine: location.line }, report);
  if (!data) return [exists];
  return [exists, { subject, fact: { kind: 'sample', data }, location, method: 'sample', confidence: 'high' }];
}
