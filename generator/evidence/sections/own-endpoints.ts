import type { Block, ProseBlock } from '../../pages/page.ts';
import { assumedEndpoint } from './assumed-endpoints.ts';
import { fenceEndpoints, requestLineEndpoint } from './fence-endpoints.ts';
import { ownParts } from './foreign-endpoints.ts';
import { labelledEndpoints } from './labelled-endpoints.ts';
import { openingEndpoints } from './list-endpoints.ts';
import { matchPath } from '../request-url.ts';
import { isSection, type Section } from './outline.ts';
import { namedEndpoint, namedEndpoints, type NamedEndpoint } from './section-endpoints.ts';
import { tableEndpoints } from './table-endpoints.ts';

/**
 * The endpoints that a section names by itself or in parts of it that only announce them; else the one in labelled pieces.
 * Gives no diagnostics.
 */
export function ownEndpoints(section: Section): readonly NamedEndpoint[] {
  const heading = section.heading ? namedEndpoints(section.heading) : [];
  const found = [...heading, ...announced(section)];
  if (found.length === 0) return onePath(distinct(labelledEndpoints(section)));
  const areCalls = found.every(({ block }) => block.kind === 'code');
  const [labelled, ...others] = areCalls ? onePath(distinct(labelledEndpoints(section))) : [];
  return labelled && others.length === 0 && found.every((one) => fillsIn(one, labelled)) ? [labelled] : found;
}

/** Whether an endpoint is another one with values in the place of parameters, behind whatever prefix. */
function fillsIn({ operation }: NamedEndpoint, { operation: { method, path } }: NamedEndpoint): boolean {
  return operation.method === method && path.includes('{') && matchPath(path, operation.path) !== undefined;
}

/** Endpoints that are one, or the methods of one path; else none. */
function onePath(endpoints: readonly NamedEndpoint[]): readonly NamedEndpoint[] {
  const [first, ...others] = endpoints;
  return others.every(({ block }) => block === first?.block) ? endpoints : [];
}

/** Whether a part is a section under a heading that names an operation of its own, and not only a call of another, where that is given. */
function namesInside(part: Block | Section, around?: NamedEndpoint): boolean {
  if (!isSection(part) || part.heading === undefined) return false;
  const found = [...ownEndpoints(part), ...shownEndpoints(part)];
  return found.some((one) => around === undefined || !isCallOf(one, around));
}

/** Whether an endpoint fills in the template of another. */
function isCallOf({ operation }: NamedEndpoint, { operation: { method, path } }: NamedEndpoint): boolean {
  return operation.method === method && path.includes('{') && matchPath(path, operation.path)?.prefix === '';
}

/** The endpoint in a request line that a section begins its code with, where nothing in it names one. Gives no diagnostics. */
function shownEndpoints(section: Section): NamedEndpoint[] {
  const { role, isPlain } = section.role;
  if (!section.heading || (isPlain && role !== 'other')) return [];
  const first = section.parts.find((part) => !isSection(part) && part.kind === 'code');
  const endpoint = first && !isSection(first) && first.kind === 'code' ? requestLineEndpoint(first) : undefined;
  return endpoint && !section.parts.some((part) => namesInside(part, endpoint)) ? [endpoint] : [];
}

/** What `shownEndpoints` finds, else the endpoint of which no method is told. Gives no diagnostics. */
export function shownOrAssumed(section: Section): NamedEndpoint[] {
  const found = shownEndpoints(section);
  return found.length > 0 || section.parts.some((part) => namesInside(part)) ? found : assumedEndpoint(section);
}

function announced(section: Section): NamedEndpoint[] {
  return ownParts(section).flatMap((part): NamedEndpoint[] => {
    if (isSection(part)) return announces(part) ? [...announcedIn(part)] : [];
    return blockEndpoints(part, section);
  });
}

/** The endpoints of a section that is there to announce them, else the one that it names in labelled pieces. */
function announcedIn(section: Section): readonly NamedEndpoint[] {
  const found = announced(section);
  if (found.length > 0) return found;
  const inPieces = section.depth > 6 ? onePath(distinct(labelledEndpoints(section))) : [];
  if (inPieces.length > 0 || section.role.role !== 'endpoint') return inPieces;
  // a message whose host is left to fill in is no call of anything
  const [only, ...others] = section.parts;
  const isForm = only !== undefined && !isSection(only) && only.kind === 'code' && /^host:\s?[{<[]/im.test(only.text);
  const endpoint = isForm && others.length === 0 ? requestLineEndpoint(only) : undefined;
  if (!endpoint) return [];
  const { isSample: _, ...stated } = endpoint;
  return [stated];
}

/** Whether a section is there to announce an endpoint: `Definition`, `HTTP request`. */
export function announces(section: Section): boolean {
  if (section.heading && namedEndpoint(section.heading)) return false;
  const { role, isPlain } = section.role;
  return section.depth > 6 ? role === 'endpoint' : isPlain && (role === 'endpoint' || role === 'request');
}

/** The endpoints that a block of a section names; a table or fence that lists many names none. Gives no diagnostics. */
export function blockEndpoints(block: Block, section: Section): NamedEndpoint[] {
  if (block.kind === 'table') {
    const listed = tableEndpoints(block) ?? [];
    // several paths in one row are ways to call one operation
    if (block.rows.length === 1 || listed.length === 1) return listed;
    const [first, ...others] = listed;
    const isOnePath = first && others.every(({ operation }) => operation.path === first.operation.path);
    // a column of nothing but the ways to call it, or rows of methods and paths alone, which tell nothing apart
    const isWhole = listed.length === block.rows.length;
    const isBare = block.header.length === 2 && listed.every(({ text, shown }) => (text ?? shown) === undefined);
    const isTogether = isOnePath || (isWhole && (isBare || block.header.length === 1));
    return isTogether && listed.length <= mostTogether && isDescribed(block, section) ? listed : [];
  }
  const opening = block.kind === 'prose' ? openingEndpoints(block) : undefined;
  if (opening) return opening;
  const lines = block.kind === 'code' ? fenceEndpoints(block) : undefined;
  if (lines) return distinct(lines).length <= mostTogether && isDescribed(block, section) ? lines : [];
  return namedEndpoints(block);
}

/** Whether something behind a block of a section says more about what it names than prose does. */
function isDescribed(block: Block, section: Section): boolean {
  // what a section is called that begins with the lines of one request, or holds nothing else, stands around it: `HTTP request`
  const isRequest = section.role.role === 'request' && section.role.isPlain;
  if (isRequest && (section.parts.length === 1 || (section.depth > 6 && section.parts[0] === block))) return true;
  const at = section.parts.indexOf(block);
  return section.parts.some((part, index) => {
    if (index <= at) return false;
    if (!isSection(part)) return part.kind === 'table' || part.kind === 'code';
    const { role, isPlain } = part.role;
    return isPlain && role !== 'other' && role !== 'aside' && role !== 'endpoint';
  });
}

/** Whether two endpoints are one operation, as written. */
export function sameOperation(left: NamedEndpoint, right: NamedEndpoint): boolean {
  return left.operation.method === right.operation.method && left.operation.path === right.operation.path;
}

/** How many endpoints one text may name for the same description; more are a list of operations. */
const mostTogether = 4;

/** Whether endpoints stand on lines that follow each other, few enough to be described together. */
export function namedTogether(endpoints: readonly NamedEndpoint[]): boolean {
  const lines = endpoints.map(({ block }) => block.location.line);
  // paragraphs that hold nothing else stand an empty line apart
  const areLines = endpoints.every(({ block, text }) => block.kind === 'prose' && text === undefined);
  // and so do fences, each of one line, for the methods of one path
  const [first] = endpoints;
  const areFences = endpoints.every(
    ({ block, operation }) => block.kind === 'code' && operation.path === first?.operation.path,
  );
  const most = areFences ? 4 : areLines ? 2 : 1;
  const isRun = lines.every((line, at) => at === 0 || Math.abs(line - (lines[at - 1] ?? line)) <= most);
  return lines.length > 1 && distinct(endpoints).length <= mostTogether && isRun;
}

/**
 * Endpoints in code that stand one behind another, each with the line before it that announces it (`List the boxes of a room:`), where what
 * follows them describes them all. Undefined for any others. Gives no diagnostics.
 */
export function announcedTogether(
  section: Section,
  endpoints: readonly NamedEndpoint[],
): readonly NamedEndpoint[] | undefined {
  const [first, last] = [endpoints[0]?.block, endpoints.at(-1)?.block];
  if (!first || !last || first === last || distinct(endpoints).length > mostTogether) return undefined;
  const [from, to] = [section.parts.indexOf(first), section.parts.indexOf(last)];
  const blocks = new Set<Block | Section>(endpoints.map(({ block }) => block));
  const between = section.parts.slice(from, to + 1).filter((part) => !blocks.has(part));
  const areLines = between.every((part) => !isSection(part) && announcement(part) !== undefined);
  if (from === -1 || !areLines || !isDescribed(last, section)) return undefined;
  return endpoints.map((one) => {
    const before = section.parts[section.parts.indexOf(one.block) - 1];
    const said = before && !isSection(before) ? announcement(before) : undefined;
    // what stands in sentences before that is about them all
    const isLine = said !== undefined && isPhrase(said.text.trim());
    return one.block.kind === 'code' && isLine ? { ...one, said } : one;
  });
}

/** A paragraph that ends by announcing what follows, or only says that another way does: `or`. */
function announcement(block: Block): ProseBlock | undefined {
  const isLine = block.kind === 'prose' && block.form === 'paragraph' && block.text.length <= 500;
  return isLine && /^(?:[^\n]{3,500}:|(?:or|and|alternatively),?:?)$/i.test(block.text.trim()) ? block : undefined;
}

/** Endpoints without those that name an operation again. */
export function distinct(endpoints: readonly NamedEndpoint[]): NamedEndpoint[] {
  return endpoints.filter((one, at) => endpoints.findIndex((other) => sameOperation(one, other)) === at);
}

/**
 * Endpoints without those in code that fill in the template of one before them: `DELETE /things/1` of `DELETE /things/{id}`; or of one
 * behind them, with what has a digit in it, or that a heading of the section is there to announce. Gives no diagnostics.
 */
export function withoutCalls(named: readonly NamedEndpoint[], { parts }: Section): NamedEndpoint[] {
  const isAnnounced = (one: NamedEndpoint, other: NamedEndpoint | undefined): boolean =>
    other !== undefined && parts.includes(one.block) && !parts.includes(other.block);
  return named.filter(
    (one, at) =>
      one.block.kind !== 'code' ||
      one.operation.path.includes('{') ||
      !named.some(({ operation }, other) => {
        const isSame = operation.method === one.operation.method && operation.path.includes('{');
        const match = isSame && other !== at ? matchPath(operation.path, one.operation.path) : undefined;
        const isAfter = other < at || isAnnounced(one, named[other]);
        return match?.prefix === '' && (isAfter || [...match.values.values()].every((value) => /\d/.test(value)));
      }),
  );
}

/** The operations that code lists under a heading of several: lines of more than one method, some with a template. Gives no diagnostics. */
export function listedInCode(part: Block): readonly NamedEndpoint[] | undefined {
  const lines = part.kind === 'code' ? (fenceEndpoints(part) ?? []) : [];
  const methods = new Set(lines.map(({ operation }) => operation.method));
  return methods.size > 1 && lines.some(({ operation }) => operation.path.includes('{')) ? lines : undefined;
}

/** Whether a section names its operations in a list of several, and nothing behind that says more of them. Gives no diagnostics. */
export function isPlainList(section: Section): boolean {
  const list = section.parts.find(
    (part) => !isSection(part) && part.kind === 'prose' && openingEndpoints(part) !== undefined,
  );
  if (!list || isSection(list) || list.kind !== 'prose' || (list.items?.length ?? 0) < 2) return false;
  const behind = section.parts.slice(section.parts.indexOf(list) + 1);
  const isSaid = behind.some((part) => !isSection(part) && part.kind === 'prose' && speaksOfAll.test(part.text));
  return !isSaid && !isDescribed(list, section);
}

/** A paragraph about what a list before it names as a whole. */
const speaksOfAll =
  /^[*_]{0,3}(?:(?:this|these|both|the)\s+(?:endpoints?|requests?|calls?|methods?|operations?)|(?:up)?on\s+success|if\s+(?:the\s+\w+\s+(?:is|was)\s+)?successful|returns?)\b/i;

/** Whether a text is words without a full stop. */
function isPhrase(text: string): boolean {
  return !text.includes('.') && /\s/.test(text);
}
