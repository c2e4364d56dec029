import { groupBy } from '../../base/order.ts';
import type { Block, CodeBlock, HeadingBlock, Page } from '../../pages/page.ts';
import { matchPath, pathParameters } from '../request-url.ts';
import { endpointBehindLines } from './late-endpoints.ts';
import { combined } from './combined-roles.ts';
import { headedStatus, type PartRole } from './heading-roles.ts';
import { ownParts } from './foreign-endpoints.ts';
import { linkedEndpoints } from './linked-endpoints.ts';
import { linkedTypes } from './linked-types.ts';
import { labelledLines } from './label-lists.ts';
import { isLabelled } from './labelled-endpoints.ts';
import { isSection, outline, type Section } from './outline.ts';
import {
  announcedTogether,
  announces,
  blockEndpoints,
  distinct,
  isPlainList,
  listedInCode,
  namedTogether,
  ownEndpoints,
  sameOperation,
  shownOrAssumed,
  withoutCalls,
} from './own-endpoints.ts';
import { namedEndpoint, type NamedEndpoint } from './section-endpoints.ts';
import { definedByLines } from './request-line-definitions.ts';
import { speaksOfAll } from './speaks-of-all.ts';
import { showsBody, stateOf, stateOfExample } from './stated-status.ts';
import { tableEndpoints } from './table-endpoints.ts';
import { describesEntity, isTableOrList, isTypeOf, ownerAbove } from './type-sections.ts';
import { soleHeading } from './unit-headings.ts';

/** A block of an operation or entity, with what the headings above it say. */
export interface Part {
  readonly block: Block;
  readonly role: PartRole;
  readonly status?: string;
  /** The headings below the unit's own that name a thing, outermost first. */
  readonly titles: readonly string[];
  /** The section in which it stands. */
  readonly section: Section;
}

/** An operation with the blocks that are about it. */
export interface OperationUnit {
  readonly endpoint: NamedEndpoint;
  readonly heading?: HeadingBlock;
  /** The heading that says what it does, where that is another one. */
  readonly title?: HeadingBlock;
  /** What links to it end in. */
  readonly anchors: readonly string[];
  readonly parts: Part[];
  /** The parts are about other operations, too. */
  readonly isShared?: true;
  /** The names in the paths of all these. */
  readonly inPaths?: ReadonlySet<string>;
}

/** A page taken apart by what its blocks are about. */
export interface Units {
  readonly operations: readonly OperationUnit[];
  /** Endpoints that tables list. */
  readonly listed: readonly NamedEndpoint[];
  /** Sections with blocks outside of any operation, and these blocks. */
  readonly loose: readonly {
    readonly section: Section;
    readonly parents: readonly Section[];
    readonly blocks: readonly Block[];
    /** The section, or the `owner` above it, is what types of values link to. */
    readonly isType?: true;
    /** What types link to that has nothing but sections like this one: these only order its fields. */
    readonly owner?: Section;
  }[];
}

interface Walk {
  /** The endpoints that tables state for the sections they link to. */
  readonly linked: ReadonlyMap<string, NamedEndpoint>;
  /** The anchors that types of values link to. */
  readonly types: ReadonlySet<string>;
  readonly operations: OperationUnit[];
  /** Blocks that are about one operation alone, though they stand outside of what describes it. */
  readonly said: Set<Block>;
  readonly listed: NamedEndpoint[];
  readonly loose: { section: Section; parents: readonly Section[]; blocks: Block[]; isType?: true; owner?: Section }[];
}

interface Place {
  readonly unit: OperationUnit | undefined;
  readonly role: PartRole;
  readonly status?: string;
  readonly titles: readonly string[];
  readonly parents: readonly Section[];
}

/**
 * Takes a page apart: an endpoint stands for the section that names it, with the sections in it; where a heading is only
 * there to announce the endpoint (`Definition`, `HTTP request`), for the section around. Gives no diagnostics.
 */
export function takeApart(root: Section): Units {
  const walk: Walk = {
    linked: linkedEndpoints(root),
    types: linkedTypes(root),
    operations: [],
    said: new Set(),
    listed: [],
    loose: [],
  };
  visit(walk, root, { unit: undefined, role: 'other', titles: [], parents: [] });
  return { ...walk, operations: definedByLines(walk.operations) };
}

/** A page taken apart as it stands (see `takeApart`), once for all that ask. Gives no diagnostics. */
export function unitsOf(page: Page): Units {
  const known = takenApart.get(page) ?? takeApart(outline(page));
  takenApart.set(page, known);
  return known;
}

const takenApart = new WeakMap<Page, Units>();

/** Whether code, or a line of an example, that could name an endpoint is a call of the operation under way: `GET /v2/items?limit=1` of `GET /items`. */
function isCall(
  { operations }: Pick<Walk, 'operations'>,
  { block, operation }: NamedEndpoint,
  unit: OperationUnit | undefined,
  { role }: Section,
): boolean {
  const isExample = block.kind === 'prose' && role.role === 'example' && role.isPlain;
  if ((block.kind !== 'code' && !isExample) || !unit || block === unit.endpoint.block) return false;
  // those that are described together have the same parts, and are the last that began
  const together = unit.isShared ? operations.slice(-8).filter(({ parts }) => parts === unit.parts) : [unit];
  if (together.some((one) => one !== unit && isNamedBy(one, { block }))) return false;
  // with a placeholder that the operation under way has not it is another that ends alike
  const places = pathParameters(operation.path).length;
  return together.some(
    ({ endpoint: { operation: own } }) =>
      own.method === operation.method &&
      places <= pathParameters(own.path).length &&
      matchPath(own.path, operation.path) !== undefined,
  );
}

/** Whether a sentence below a heading over answers only says whose they are: `` `GET /x` returns … ``. */
function isOfAnswer({ block, text }: NamedEndpoint, { role: { role, isPlain }, heading }: Section): boolean {
  const isAnswer = role === 'response' && isPlain && heading !== undefined;
  return isAnswer && block.kind === 'prose' && /^\W{0,3}(?:returns|answers|responds|gives)\b/.test(text ?? '');
}

/** Whether an endpoint stands where the one does that the operation under way is named by. */
function isNamedBy(unit: OperationUnit | undefined, { block }: Pick<NamedEndpoint, 'block'>): boolean {
  const own = unit?.endpoint.block.location;
  return own?.line === block.location.line && own.document === block.location.document;
}

/** Whether an endpoint that stands behind a line that serves as a heading names the operation of the section around that. */
function isBehindLine(one: NamedEndpoint, { unit }: Pick<Place, 'unit'>, { heading, depth }: Section): boolean {
  return heading === undefined && depth > 6 && isNamedBy(unit, one);
}

function visit(walk: Walk, section: Section, outer: Place): void {
  const named = withoutCalls(
    ownEndpoints(section).filter(
      (one) =>
        !isCall(walk, one, outer.unit, section) && !isOfAnswer(one, section) && !isBehindLine(one, outer, section),
    ),
    section,
  );
  const linked = named.length > 0 || outer.unit ? named : linkedTo(walk, section);
  const inLines = linked.length > 0 || outer.unit ? linked : endpointBehindLines(section);
  const found = inLines.length > 0 || outer.unit ? inLines : shownOrAssumed(section);
  const announcing = announcedTogether(section, found);
  const endpoints = announcing ?? found;
  for (const { said } of endpoints) if (said) walk.said.add(said);
  const [first] = endpoints;
  const isSingle = first !== undefined && endpoints.every((one) => sameOperation(one, first));
  const isTogether = isSingle || announcing !== undefined || (namedTogether(endpoints) && !isPlainList(section));
  let unit = outer.unit;
  if (first && (isTogether || (section.heading && namedEndpoint(section.heading)))) {
    const parent = outer.parents.at(-1);
    const around = soleHeading(section, parent);
    unit = begin(walk, first, section, around);
    const before = around && parent ? partsBefore(section, parent) : [];
    unit.parts.push(...before);
    for (const { block } of before) if (block.kind !== 'prose') walk.said.add(block);
  }
  // what the section holds is about all that it names together
  const together = isTogether ? endpoints : endpoints.filter(({ block }) => block === first?.block);
  if (unit && unit !== outer.unit && !isSingle) unit = share(walk, unit, distinct(together).slice(1));
  const inner =
    unit === outer.unit ? place(section, outer, unit) : { ...outer, unit, role: 'other' as const, titles: [] };
  readParts(walk, section, { ...inner, parents: [...outer.parents, section] }, isTogether);
}

/** The endpoint that a table states for a section. */
function linkedTo({ linked }: Walk, { anchors, heading }: Section): NamedEndpoint[] {
  const found = heading && anchors.map((anchor) => linked.get(anchor.toLowerCase())).find((one) => one !== undefined);
  return found ? [found] : [];
}

/** Adds the operations that are named together with the one just begun. */
function share(walk: Walk, unit: OperationUnit, others: readonly NamedEndpoint[]): OperationUnit {
  const paths = [unit.endpoint, ...others].map(({ operation }) => operation.path);
  const first: OperationUnit = { ...unit, isShared: true, inPaths: new Set(paths.flatMap(pathParameters)) };
  walk.operations.splice(-1, 1, first, ...others.map((endpoint) => ({ ...first, endpoint })));
  return first;
}

/** The paragraphs between a heading and the section below it that it is the only heading of; where that is a line with the endpoint, all blocks. */
function partsBefore(section: Section, parent: Section): Part[] {
  const before = parent.parts.slice(0, parent.parts.indexOf(section));
  const blocks = before.flatMap((part) => (isSection(part) ? [] : [part]));
  const isLine = section.depth % 1 !== 0 && parent.depth % 1 === 0 && parent.parts.filter(isSection).length === 1;
  const areOwn = blocks.length === before.length && blocks.every(({ kind }) => kind === 'prose' || isLine);
  return areOwn ? blocks.map((block) => partOf(block, parent, { role: 'other', titles: [] })) : [];
}

function begin(walk: Walk, endpoint: NamedEndpoint, section: Section, around?: HeadingBlock): OperationUnit {
  const heading = around ?? section.heading;
  const unit = { endpoint, ...(heading && { heading }), anchors: section.anchors, parts: [] };
  walk.operations.push(unit);
  return unit;
}

/** A section without a heading. */
const unnamed: Section = { title: '', role: { role: 'other', isPlain: false }, depth: 0, anchors: [], parts: [] };

/** Sections by whether they, or sections in them, name an operation. */
const holding = new WeakMap<Section, boolean>();

/** Whether a section is about operations, itself or in its sections: links to it mean no object that it would describe. */
function holdsEndpoint(section: Section): boolean {
  const known = holding.get(section);
  if (known !== undefined) return known;
  const found =
    ownEndpoints(section).length > 0 || section.parts.some((part) => isSection(part) && holdsEndpoint(part));
  holding.set(section, found);
  return found;
}

/** Reads the parts of a section in order; where it names several operations, each begins where it is named. */
function readParts(walk: Walk, section: Section, given: Place, isSingle: boolean): void {
  let here = given;
  let previous: OperationUnit | undefined;
  let isApart = false;
  const loose: Block[] = [];
  const parents = given.parents.slice(0, -1);
  const above = ownerAbove(walk.types, section, parents);
  const owner = above && !holdsEndpoint(above) ? above : undefined;
  const isLinked = isTypeOf(walk.types, section, given.unit === undefined) && !holdsEndpoint(section);
  const isType = isLinked || owner !== undefined;
  for (const part of ownParts(section)) {
    if (isSection(part)) {
      const { unit } = here;
      if (announces(part) && ownEndpoints(part).some((one) => !isCall(walk, one, unit, part))) {
        here = readAnnounced(walk, part, here, isSingle);
        continue;
      }
      // the statuses of all operations stand behind what is about all of them
      const isGeneral =
        (part.role.role === 'error' && (isApart || isBehindAll(section, part))) ||
        (walk.operations.length > 1 && speaksOfAll(part.parts.find(isBlock)));
      const isRole = part.role.isPlain && part.role.role !== 'other' && part.role.role !== 'endpoint';
      const follows = here.unit === undefined && isRole && !isGeneral && !isTypeOf(walk.types, part, true);
      const before = walk.operations.length;
      visit(
        walk,
        part,
        follows && previous
          ? { ...here, unit: previous }
          : { ...(isLinked ? withoutUnit(here) : here), ...stateOfExample(section, part) },
      );
      if (walk.operations.length > before) {
        previous = isOfMany(walk.operations.slice(before)) ? undefined : walk.operations.at(-1);
        isApart = false;
      } else if (!follows) isApart = true;
      continue;
    }
    // the line before one of several is about that alone
    if (walk.said.has(part)) continue;
    const stated = blockEndpoints(part, section);
    const isNaming = stated.some((one) => isNamedBy(here.unit, one));
    const endpoints = isNaming
      ? stated
      : stated.filter((one) => !isCall(walk, one, here.unit, section) && !isOfAnswer(one, section));
    const isList = part.kind === 'prose' && part.items !== undefined && endpoints.length > 1;
    // what a line before it says of parts of the operation says nothing of what follows
    const isBehind = stated.some((one) => isBehindLine(one, here, section));
    if (isBehind) here = { ...here, role: 'other', titles: [] };
    for (const [endpoint, ...others] of isSingle || isBehind ? [] : groupBy(endpoints, ({ block }) => block).values()) {
      if (!endpoint) continue;
      // what a heading says of a list of operations is the summary of none
      const unit = begin(walk, endpoint, isList ? unnamed : section);
      const rest = isList ? [] : distinct(others).filter((one) => !sameOperation(one, endpoint));
      here = { ...here, unit: rest.length > 0 ? share(walk, unit, rest) : unit, role: 'other', titles: [] };
    }
    const saysMore = part.kind === 'prose' && (labelledLines(part)?.length ?? 0) > 0;
    if (saysMore) here.unit?.parts.push(partOf(part, section, here));
    // what follows is about none of a list more than about another
    if (isList && !isSingle) here = { ...here, unit: given.unit };
    if (endpoints.length > 0 || (here.unit && saysMore) || (here.unit && isLabelled(part))) continue;
    here = withStatedStatus(here, part, section);
    if (isType && here.unit && (isTableOrList(part) || isParagraph(part))) {
      loose.push(part);
      continue;
    }
    const listed = part.kind === 'table' ? tableEndpoints(part) : here.unit ? undefined : listedInCode(part);
    if (listed) walk.listed.push(...listed);
    else if (here.unit) here.unit.parts.push(partOf(part, section, here));
    else loose.push(part);
  }
  // a status may have nothing but its heading
  const isBare = section.role.status !== undefined && section.parts.every((part) => isSection(part) || isProgram(part));
  const isSaid = section.role.status !== undefined && headedStatus(section.title) !== undefined;
  const stating = section.heading ?? (section.parts.length === 0 ? section.line : undefined);
  if (here.unit && stating && (isBare || isSaid)) here.unit.parts.push(partOf(stating, section, here));
  // an object described within an operation is one for others, too
  const around = given.parents.at(-2);
  const isPart = around !== undefined && section.role.isPlain && describesEntity(around);
  if (here.unit && (isPart || describesEntity(section)))
    loose.push(...section.parts.flatMap((part) => (isSection(part) ? [] : [part])));
  const blocks = loose.filter((block) => !walk.said.has(block));
  if (blocks.length === 0) return;
  const marked = { ...(isType && { isType: true as const }), ...(owner && { owner }) };
  walk.loose.push({ section, parents, blocks, ...marked });
}

/** The place of what stands within an object: it is about no operation. */
function withoutUnit(here: Place): Place {
  return { ...here, unit: undefined, role: 'other', titles: [] };
}

/** Code of a program, which says nothing of a status. */
function isProgram(block: Block): boolean {
  return block.kind === 'code' && programs.test(block.language ?? '');
}

const programs = /^(?:javascript|js|ts|typescript|python|py|ruby|rb|php|java|kotlin|go|c|cpp|csharp|cs|swift|rust)$/;

/** Whether a section stands behind several operations beside it, none of which has any of its parts in such a section. */
function isBehindAll({ parts }: Section, section: Section): boolean {
  const before = parts.slice(0, parts.indexOf(section)).filter((part) => isSection(part));
  const first = before.findIndex((part) => ownEndpoints(part).length > 0);
  const operations = first === -1 ? [] : before.slice(first);
  return operations.length > 1 && operations.every((part) => ownEndpoints(part).length > 0);
}

function isBlock(part: Block | Section): part is Block {
  return !isSection(part);
}

/** Whether there are several operations that were not named together: what follows all of them is about none alone. */
function isOfMany(units: readonly OperationUnit[]): boolean {
  return units.some(({ parts }) => parts !== units[0]?.parts);
}

/** Whether a part is a paragraph, as fields may be told in where they have one each. */
function isParagraph(part: Block): boolean {
  return part.kind === 'prose' && part.form === 'paragraph';
}

/** The place of what follows a status that a line states (`**Code** : 201 CREATED`) within a response. */
function withStatedStatus(here: Place, part: Block, { parts }: Section): Place {
  if (part.kind === 'code' && here.status === undefined) return { ...here, ...statedInCode(here, part) };
  if (part.kind !== 'prose' || (here.role !== 'response' && here.role !== 'error')) return here;
  if (part.items && !showsBody(parts.slice(parts.indexOf(part) + 1, parts.indexOf(part) + 3))) return here;
  return { ...here, ...stateOf(part) };
}

/** The status on the first line of code that shows an answer: what follows under the same heading is about that. */
function statedInCode({ role }: Place, { text }: CodeBlock): Partial<Place> {
  if (role !== 'response' && role !== 'error') return {};
  const status = /^\s{0,9}(?:HTTP\/[\d.]{1,3}\s)?([1-5]\d\d)\s[A-Z][A-Za-z' -]{1,40}(?:\n|$)/.exec(text)?.[1];
  // an answer under a heading of failures is no failure
  if (status === undefined || (role === 'error') !== /^[45]/.test(status)) return {};
  return { status };
}

/** A section that only announces an endpoint: its other blocks belong to the operation. */
function readAnnounced(walk: Walk, section: Section, here: Place, isSingle: boolean): Place {
  const [endpoint] = ownEndpoints(section);
  const unit = isSingle || !endpoint ? here.unit : begin(walk, endpoint, section);
  const next = { ...here, unit };
  readParts(walk, section, { ...next, role: 'other' }, true);
  return next;
}

function partOf(
  block: Block,
  section: Section,
  { role, status, titles }: Pick<Place, 'role' | 'status' | 'titles'>,
): Part {
  return { block, role, titles, section, ...(status !== undefined && { status }) };
}

/** What a heading below that of the unit adds. */
function place(section: Section, outer: Place, unit: OperationUnit | undefined): Place {
  const { role, isPlain, status } = section.role;
  // `Output format` among parameters is how to ask for it
  const isAsked = role === 'response' && sentRoles.has(outer.role) && /^(?:output|results?)\b/i.test(section.title);
  const next = isAsked ? outer.role : combined(outer.role, role);
  const named = isPlain || section.title === '' ? outer.titles : [...outer.titles, section.title];
  // among answers it stands for any other status
  const isRest = outer.role === 'response' && /^default$/i.test(section.title);
  const stated =
    status ?? (isRest ? 'default' : undefined) ?? (next === outer.role || next === 'error' ? outer.status : undefined);
  return { ...outer, unit, role: next, titles: named, ...(stated !== undefined ? { status: stated } : {}) };
}

const sentRoles: ReadonlySet<PartRole> = new Set(['query', 'url', 'parameters']);
