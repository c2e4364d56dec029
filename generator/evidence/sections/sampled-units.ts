import { createReport } from '../../base/diagnostic.ts';
import type { Block, HeadingBlock } from '../../pages/page.ts';
import { isBodyVariant, namesOf } from '../body-variants.ts';
import type { CurlRequest } from '../curl.ts';
import { httpMethod } from '../endpoints.ts';
import type { OperationName } from '../evidence.ts';
import { codeSample } from '../message-samples.ts';
import { titleFit } from '../../base/operation-titles.ts';
import { matchPath, pathTemplate, requestUrl } from '../request-url.ts';
import { fieldRoles } from './field-paragraphs.ts';
import type { PartRole } from './heading-roles.ts';
import { isSection, type Section } from './outline.ts';
import { withTemplate } from './sampled-path.ts';
import type { NamedEndpoint } from './section-endpoints.ts';
import { sampleRequests } from '../sample-requests.ts';
import { readSamples } from './unit-samples.ts';
import { stateOf } from './stated-status.ts';
import type { OperationUnit, Part, Units } from './units.ts';

/**
 * The operations that only sample requests show: a section outside of operations with such a sample is about what it calls.
 * A call of an operation that the page names belongs to that one. Gives no diagnostics.
 */
export function sampledUnits(units: Units): OperationUnit[] {
  const named = [...units.operations.map((unit) => unit.endpoint), ...units.listed].map((one) => one.operation);
  const { found, taken } = parentUnits(units, named);
  const others = units.loose.flatMap((one): OperationUnit[] => {
    const { section, blocks } = one;
    if (taken.has(one)) return [];
    // a page that names its operations explains authentication, limits and the like by calls of anything
    if (section.role.role === 'aside' && named.length > 0) return [];
    const calls = callsIn(blocks, named);
    return calls.map(({ block, operation }, index) => {
      const from = index === 0 ? 0 : blocks.indexOf(block);
      const next = calls[index + 1];
      const own = blocks.slice(from, next ? blocks.indexOf(next.block) : undefined);
      // what a page shows below its own title, of operations that it names elsewhere, is about all of them
      const isOfPage = section.depth <= 1 && named.length > 1 && named.includes(operation);
      const isTitled = calls.length === 1 && section.heading && section.role.role !== 'aside' && !isOfPage;
      const role = section.role.role === 'aside' ? 'other' : section.role.role;
      const direct = own.map((one): Part => ({
        block: one,
        role: one.kind === 'table' ? 'other' : role,
        titles: [],
        section,
      }));
      const parts = [...direct, ...(next || isOfPage ? [] : innerParts(section, units, { direct, operation }))];
      const endpoint: NamedEndpoint = { operation: withTemplate(operation, parts), block, isSample: true };
      const title = isTitled ? titleHeading(one, endpoint.operation) : undefined;
      return { endpoint, anchors: [], ...(isTitled && { heading: section.heading }), ...(title && { title }), parts };
    });
  });
  return [...found, ...others].toSorted((left, right) => lineOf(left) - lineOf(right));
}

/**
 * The heading around a section that says what the operation does, where that of the section does not (`Sample request` below
 * `Delete a box`); undefined where its own does, or none.
 */
function titleHeading({ section, parents }: Loose, operation: OperationName): HeadingBlock | undefined {
  if (titleFit(section.title, operation) >= 2) return undefined;
  return parents.findLast((one) => one.heading && titleFit(one.title, operation) >= 2)?.heading;
}

function lineOf({ endpoint }: OperationUnit): number {
  return endpoint.block.location.line;
}

/** The code among some blocks that calls an operation, with that. */
function callsIn(
  blocks: readonly Block[],
  named: readonly OperationName[],
): { block: Block; operation: OperationName }[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'code') return [];
    const requests = sampleRequests(block.text, { document: block.location.document, firstLine: block.textLine });
    const [first] = requests.flatMap((request) => calledOperation(request, named) ?? []);
    return first ? [{ block, operation: first }] : [];
  });
}

type Loose = Units['loose'][number];

/** Parts in which a call of their operation stands: below what it returns, too, as the sample of both. */
const holdsCalls: ReadonlySet<PartRole> = new Set(['request', 'example', 'endpoint', 'response']);

/**
 * The operations of sections in which headings that only say what stands there (`Example request`, `Response fields`) part the call from
 * what else is said of it, and the parts taken for them.
 */
function parentUnits(
  { loose }: Units,
  named: readonly OperationName[],
): { readonly found: OperationUnit[]; readonly taken: ReadonlySet<Loose> } {
  const below = new Map<Section, Loose[]>();
  for (const one of loose) {
    // what stands within a part (`Response` below `Returns`) is a part, too
    const parent = one.parents.findLast(({ role, title }) => !role.isPlain || title === '');
    const isPart = one.section.role.isPlain && one.section.title !== '';
    if (isPart && parent?.heading && !parent.role.isPlain) below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const bySection = new Map(loose.map((one) => [one.section, one]));
  const taken = new Set<Loose>();
  const found = [...below].flatMap(([parent, pieces]): OperationUnit[] => {
    const calls = pieces
      .filter(({ section: { role } }) => holdsCalls.has(role.role))
      .flatMap(({ blocks }) => callsIn(blocks, named));
    const [first] = calls;
    const isOne = calls.every(({ operation: { method, path } }) => {
      return method === first?.operation.method && path === first.operation.path;
    });
    const own = bySection.get(parent);
    if (!first || !isOne || pieces.length + (own ? 1 : 0) < 2 || named.includes(first.operation)) return [];
    const all = own ? [own, ...pieces] : pieces;
    for (const one of all) taken.add(one);
    const parts = all.flatMap(({ section, blocks }) => {
      const { role, status } = section === parent ? { role: 'other' as const, status: undefined } : section.role;
      const said = { role, titles: [], section, ...(status !== undefined && { status }) };
      return blocks.map((block): Part => ({ block, ...said }));
    });
    const endpoint = { operation: withTemplate(first.operation, parts), block: first.block, isSample: true } as const;
    return [{ endpoint, anchors: [], ...(parent.heading && { heading: parent.heading }), parts }];
  });
  return { found, taken };
}

/**
 * What stands under headings and lines within a section that only say what it is (`The response is:`), and the samples under others,
 * which may be further forms of the body.
 */
function innerParts(
  section: Section,
  { loose }: Units,
  { direct, operation }: { readonly direct: readonly Part[]; readonly operation: OperationName },
): Part[] {
  const { bodies } = readSamples(direct, operation, createReport());
  const names = bodies.map(namesOf);
  const parts = loose.flatMap(({ section: inner, parents, blocks }): Part[] => {
    const { role, isPlain, status } = inner.role;
    const isNamed = isPlain || isOwnParameters(inner, section);
    const isAnnounced = isNamed && role !== 'other' && role !== 'aside' && role !== 'endpoint';
    // a word that says nothing of a part may be a name: `type`, `from`
    const isPart = isPlain && role !== 'other' && inner.isCode !== true;
    const around = isPart ? undefined : partAround(parents, section);
    if (around && !blocks.some(holdsCall)) {
      const titles = [...around.outer, inner].map(({ title }) => title);
      return blocks.map((block): Part => ({ block, role: around.role, titles, section: inner }));
    }
    if (!isBelow(parents, section) || role === 'aside' || blocks.some(holdsCall)) return [];
    let stated = status;
    return blocks
      .filter((block) => isAnnounced || isForm(block, names))
      .map((block): Part => {
        if (block.kind === 'prose' && (role === 'response' || role === 'error'))
          stated = stateOf(block).status ?? stated;
        return { block, role, titles: [], section: inner, ...(stated !== undefined && { status: stated }) };
      });
  });
  // as on the page, where a list stands before what describes its objects
  return [...parts, ...bareStatuses(section)].toSorted(
    (left, right) => left.block.location.line - right.block.location.line,
  );
}

/** The headings right in a section that state a status and have nothing below them. */
function bareStatuses({ parts }: Section): Part[] {
  return parts.flatMap((part): Part[] => {
    if (!isSection(part) || part.parts.length > 0 || !part.heading) return [];
    const { role, status } = part.role;
    return status === undefined ? [] : [{ block: part.heading, role, status, titles: [], section: part }];
  });
}

/**
 * What the part right in `section` is that the sections below it belong to, each of which may describe one of its values, and those of
 * them around the one with these `parents`, outermost first.
 */
function partAround(
  parents: readonly Section[],
  section: Section,
): { readonly role: PartRole; readonly outer: readonly Section[] } | undefined {
  const [around, ...outer] = parents.slice(parents.lastIndexOf(section) + 1);
  if (!parents.includes(section) || outer.some(({ role }) => role.isPlain)) return undefined;
  return around?.role.isPlain && fieldRoles.has(around.role.role) ? { role: around.role.role, outer } : undefined;
}

/** Whether a heading says that it lists the parameters of what the heading around names: `Open parameters` below `Open: Open a box`. */
function isOwnParameters({ role: { role }, title }: Section, around: Section): boolean {
  if (role !== 'parameters' || around.title === '') return false;
  const words = new Set(wordsOf(around.title));
  const own = wordsOf(title).slice(0, -1);
  return own.length > 0 && own.every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a section stands right in `section`, or in the tabs of a part of it that says what is sent or answered. */
function isBelow(parents: readonly Section[], section: Section): boolean {
  const at = parents.lastIndexOf(section);
  return at !== -1 && parents.slice(at + 1).every(({ role: { role } }) => /^(?:request|response|error)$/.test(role));
}

function isForm(block: Block, bodies: readonly (readonly string[])[]): boolean {
  if (block.kind !== 'code' || bodies.length === 0 || !/^\s*\{/.test(block.text)) return false;
  const data = codeSample(block, { text: block.text, line: 0 }, undefined);
  return data !== undefined && isBodyVariant(data.value, bodies);
}

function holdsCall(block: Block): boolean {
  if (block.kind !== 'code') return false;
  return sampleRequests(block.text, { document: block.location.document, firstLine: 1 }).length > 0;
}

/** The operation that a request calls, by the template of a named one or as written; undefined for downloads and the like. */
function calledOperation(request: CurlRequest, named: readonly OperationName[]): OperationName | undefined {
  const method = httpMethod(request.method);
  const url = requestUrl(request.url);
  if (
    !method ||
    url.path === '/' ||
    // of whoever is called back
    /\/your(?:[-_/]|$)/i.test(url.path) ||
    /\.{3}|…/.test(url.path) ||
    /\.(?:sh|tar\.gz|tgz|zip|deb|rpm|jsonl?\.gz)$/.test(url.path)
  )
    return undefined;
  const known = named.find((one) => one.method === method && matchPath(one.path, url.path) !== undefined);
  const path = pathTemplate(
    url.path.replaceAll(/\$\{(\w+)\}|\{\{(\w+)\}\}/g, (_, dollar?: string, double?: string) => `{${dollar ?? double}}`),
  );
  return known ?? (/^\/[^\s"'\\]*$/.test(path) ? { method, path } : undefined);
}
