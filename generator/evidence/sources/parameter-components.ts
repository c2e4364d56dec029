import type { Block, ElementBlock, HeadingBlock, ProseBlock } from '../../pages/page.ts';
import { allBlocks, blockText, isSiteNotice } from '../blocks.ts';
import {
  addFrontMatterText,
  addSummary,
  beginOperation,
  finishOperation,
  readFrontMatter,
  readMediaType,
  readScopes,
} from '../component-operation.ts';
import { genericTitle, operationHeadings, readPreface, turnTo } from '../component-headings.ts';
import { innerPath, parameterEvidence, parameterSubject, writtenType } from '../component-parameters.ts';
import { credentialOf } from '../code-samples.ts';
import { parameterContent } from '../component-content.ts';
import { pageEndpoints, sampledEndpoint } from '../component-endpoints.ts';
import { attributeTable } from '../component-lists.ts';
import { listedValues, listsParts, readFieldItems, readFieldTable, readStatuses } from '../component-fields.ts';
import {
  addFact,
  addUnread,
  operationSubject,
  responseSubject,
  startReading,
  type Context,
  type Reading,
} from '../component-reading.ts';
import { foldedIn, isFold, parameterWhere } from '../component-places.ts';
import {
  attributeText,
  attributeValue,
  componentRole,
  headingSection,
  tagPlace,
  type Section,
} from '../component-roles.ts';
import { answerStatus, readCode, readExample, responseStatus } from '../component-samples.ts';
import { blockEndpoint, frontMatterEndpoint, holdsOperation, type Endpoint } from '../endpoints.ts';
import type { Source } from '../evidence.ts';
import { listsOperations } from '../operation-lists.ts';
import { answerEvidence } from '../sections/answers.ts';
import { readStatusTable } from '../sections/operation-statuses.ts';
import { statedPresence } from '../sections/inline-fields.ts';
import { withWholeBodies } from '../whole-bodies.ts';

/**
 * Pages whose components name parameters by attributes: VitePress with Vue components, Mintlify MDX and their like.
 * Which component means what is the table in `component-roles.ts`. Every part of the page that gives no fact and is
 * no layout is an `evidence/unread`; a page without an endpoint gives `evidence/no-endpoint`.
 */
export const parameterComponents: Source = {
  name: 'parameter-components',
  sniff(page) {
    if (page.format !== 'markdown') return { score: 0, reason: 'no Markdown' };
    const components = [...allBlocks(page.blocks)].filter((block) => block.kind === 'element');
    if (components.some((element) => componentRole(element.tag) === 'parameter')) {
      return { score: 1, reason: 'components describe parameters' };
    }
    if (components.some((element) => element.children.length === 0 && attributeTable(element))) {
      return { score: 1, reason: 'a component lists parameters in an attribute' };
    }
    const named = frontMatterEndpoint(page.frontMatter?.value) ?? components.find((element) => blockEndpoint(element));
    if (named) return { score: 0.8, reason: 'front matter or an element names an endpoint' };
    return { score: 0, reason: 'no component describes a parameter' };
  },
  read(page, report) {
    const endpoints = pageEndpoints(page);
    const sampled = endpoints.size === 0 ? sampledEndpoint(page) : undefined;
    const first = sampled?.endpoint ?? [...endpoints.values()][0];
    if (!first) {
      const source = 'components with parameters';
      report.add('evidence/no-endpoint', { document: page.path, line: 1 }, { source });
      return [];
    }
    const reading = startReading(page, endpoints, first, report);
    if (sampled) addFact(reading, operationSubject(reading), { kind: 'exists' }, sampled.block.location, 'sample');
    readFrontMatter(reading);
    const headings = operationHeadings(page, endpoints);
    const begin = page.blocks.findIndex((block) => headings.has(block) || endpoints.has(block));
    const preface = headings.size > 0 ? page.blocks.slice(0, begin) : [];
    readPreface(reading, preface);
    readBlocks(reading, page.blocks.slice(preface.length), {}, headings);
    finishOperation(reading);
    addFrontMatterText(reading, first);
    return withWholeBodies(reading.evidence);
  },
};

/**
 * Reads blocks in order; a heading changes the context of what follows it, up to the end of its element, and one of `headings`
 * turns to the operation that it names. What is folded right after a parameter belongs to it.
 */
function readBlocks(
  reading: Reading,
  blocks: readonly Block[],
  outer: Context,
  headings: ReadonlyMap<Block, Endpoint> = new Map(),
): void {
  let context = outer;
  let heading: HeadingBlock | undefined;
  let before: Block | undefined;
  for (const block of blocks) {
    const endpoint = reading.endpoints.get(block);
    const enclosing = isFold(block) ? foldedIn(reading, before, context) : undefined;
    if (endpoint) {
      beginOperation(reading, endpoint, block.location, block);
      if (heading && reading.endpoints.size > 1 && !genericTitle.test(heading.text)) reading.title = heading;
      context = outer;
      heading = undefined;
      if (block.kind === 'element' && holdsOperation(block)) readBlocks(reading, block.children, {});
    } else if (block.kind === 'heading') {
      const own = headings.get(block);
      if (own) turnTo(reading, own);
      context = headingContext(reading, block, context, outer);
      heading = headingSection(block.text) === 'other' ? block : undefined;
    } else if (labelSection(block, context) !== 'other') {
      context = sectionContext(reading, blockText(block), context);
    } else if (enclosing && block.kind === 'element') {
      const { section: _, ...inherited } = context;
      readBlocks(reading, block.children, { ...inherited, role: 'parameter', enclosing });
    } else readBlock(reading, block, context);
    before = block;
  }
}

function headingContext(reading: Reading, block: HeadingBlock, context: Context, outer: Context): Context {
  if (context.role !== undefined) return context;
  reading.hasCall = false;
  const section = headingSection(block.text);
  if (section === 'other') {
    const isTitle = block.depth === 1 || (!reading.named && !reading.described);
    if (isTitle) reading.title ??= block;
    return isTitle ? outer : { ...outer, section };
  }
  return sectionContext(reading, block.text, outer);
}

/** The context of what stands under the title of a section. */
function sectionContext(reading: Reading, title: string, outer: Context): Context {
  reading.described = true;
  reading.hasCall = false;
  const section = headingSection(title);
  const status = section === 'response' ? answerStatus(title) : undefined;
  const presence = statedPresence(title);
  return { ...outer, section, ...(status !== undefined && { status }), ...(presence !== undefined && { presence }) };
}

/** What a line in bold, or a few words before a colon, says to follow: `**Response parameters**`, `Response example:`. */
function labelSection(block: Block, { role }: Context): Section {
  if (role !== undefined || block.kind !== 'prose' || block.form !== 'paragraph' || block.text.length > 80)
    return 'other';
  const text = block.text.replaceAll('`', '').trim();
  const isLabel = /^(?:\*\*|__)[^*_\n]+(?:\*\*|__):?$/.test(text) || /^\w+(?: \w+){0,3}:$/.test(text);
  return isLabel ? headingSection(text) : 'other';
}

function readBlock(reading: Reading, block: Block, context: Context): void {
  switch (block.kind) {
    case 'element':
      return readElement(reading, block, context);
    case 'code':
      return readCode(reading, block, context);
    case 'prose':
      return readProse(reading, block, context);
    case 'table':
      if (context.enclosing === undefined && readStatusTable(reading, block)) return;
      if (!readFieldTable(reading, block, context) && !listsOperations(block)) addUnread(reading, block);
      return;
    default:
      addUnread(reading, block);
  }
}

function readProse(reading: Reading, block: ProseBlock, context: Context): void {
  if (isSiteNotice(block)) return;
  const { section, role, status } = context;
  if (section === 'scopes' || role === 'scopes') return readScopes(reading, block);
  if (role === 'response' && status !== undefined) {
    const fact = { kind: 'description', text: block.text } as const;
    return addFact(reading, responseSubject(reading, status), fact, block.location);
  }
  if (section === 'errors' && block.form === 'list' && readStatuses(reading, block)) return;
  if (section === 'response' && role === undefined) {
    if (block.form === 'list' && readStatuses(reading, block)) return;
    const answers = block.form === 'list' ? [] : answerEvidence(block, reading.operation);
    reading.evidence.push(...answers);
    if (answers.length > 0) return;
  }
  const isSample = role === 'response' || role === 'request' || role === 'samples';
  if (block.form === 'list' && !isSample && readFieldItems(reading, block, context)) return;
  if (section === 'body' && readMediaType(reading, block)) return;
  const isDescription = section === undefined && role === undefined && !reading.described;
  if (isDescription) reading.description.push(block);
  else addUnread(reading, block);
}

function readElement(reading: Reading, block: ElementBlock, context: Context): void {
  const role = componentRole(block.tag);
  if (role === 'parameter') return readParameter(reading, block, context);
  if (role === undefined) {
    if (/\w-summary$|[a-z]Summary$/.test(block.tag) && addSummary(reading, block)) return;
    const table = block.children.length === 0 ? attributeTable(block) : undefined;
    if (table && readFieldTable(reading, table, tableContext(block, context))) return;
    if (block.children.length === 0 && /^[A-Z]/.test(block.tag)) addUnread(reading, block);
    return readBlocks(reading, block.children, titledContext(reading, block, context));
  }
  if (role !== 'aside' && role !== 'scopes') reading.described = true;
  const table = role === 'section' && block.children.length === 0 ? attributeTable(block) : undefined;
  const place: Context = role === 'section' ? { ...context, section: tagPlace(block.tag) ?? 'parameters' } : context;
  if (table && readFieldTable(reading, table, place)) return;
  if (role === 'section') {
    return readBlocks(reading, block.children, place);
  }
  // samples in the samples of a request or a response are samples of that
  const isWithin = role === 'samples' && (context.role === 'request' || context.role === 'response');
  if (isWithin) return readBlocks(reading, block.children, context);
  const status = role === 'response' ? responseStatus(reading, block, context) : undefined;
  readBlocks(reading, block.children, { ...context, role, ...(status !== undefined && { status }) });
}

/** Whose values a component lists that has no section: those that its name says (`QueryParamsTable`, `ResponseFields`). */
function tableContext({ tag }: ElementBlock, context: Context): Context {
  if (context.section !== undefined && context.section !== 'other') return context;
  return { ...context, section: tagPlace(tag) ?? 'parameters' };
}

/** What stands in a tab or a fold whose title is that of a section is read as that section. */
function titledContext(reading: Reading, block: ElementBlock, context: Context): Context {
  const title =
    context.role === undefined ? attributeText(block, 'title', 'label', 'name', 'header', 'summary') : undefined;
  if (title === undefined) return context;
  if (headingSection(title) !== 'other') return sectionContext(reading, title, context);
  const status = context.section === 'response' ? answerStatus(title) : undefined;
  if (status === undefined) return context;
  const { document, line } = block.location;
  addFact(reading, responseSubject(reading, status), { kind: 'exists' }, { document, line });
  return { ...context, status };
}

/** Reads a parameter component and, below it, the parameters that stand in it. */
function readParameter(reading: Reading, block: ElementBlock, context: Context): void {
  reading.described = true;
  const where = parameterWhere(reading, block, context);
  // The parts of a path, query or header parameter have no subject of their own.
  if (!where || (context.enclosing && where.place !== 'body' && where.place !== 'response')) {
    return addUnread(reading, block);
  }
  if (where.place !== 'path' && where.place !== 'response') reading.sentBefore = where.place;
  const subject = parameterSubject(reading.operation, where, context.status);
  const content = parameterContent(block.children);
  const lists = content.prose.filter((one) => listsParts(one, writtenType(block)));
  const prose = content.prose.filter((one) => !lists.includes(one));
  const rest = [...content.rest, ...lists];
  if (where.place === 'header' && addCredential(reading, block, where.name, prose)) return;
  reading.evidence.push(...parameterEvidence(block, subject, prose));
  const isMarked = attributeValue(block, 'required', 'isrequired', 'optional', 'isoptional') !== undefined;
  if (context.presence !== undefined && !context.enclosing && !isMarked)
    addFact(reading, subject, { kind: 'required', value: context.presence }, block.location, 'label');
  const enclosing = { place: where.place, path: innerPath(block, where) };
  const { section: _, presence: __, ...inherited } = context;
  for (const child of rest) {
    const values = child.kind === 'table' ? listedValues(child, subject) : undefined;
    if (values) reading.evidence.push(values);
    else if (child.kind === 'code') readExample(reading, child, subject);
    else readBlock(reading, child, { ...inherited, role: 'parameter', enclosing });
  }
}

/** A header that carries a credential is authentication and no parameter (OAS 3.1, section 4.8.12.1); false for any other. */
function addCredential(reading: Reading, block: ElementBlock, name: string, prose: readonly ProseBlock[]): boolean {
  const shown = [attributeText(block, 'default', 'placeholder', 'example'), ...prose.map(({ text }) => text)];
  const scheme = /\b(bearer|basic)\b/i.exec(shown.join(' '))?.[1] ?? '';
  const security = credentialOf(name, scheme, 'header');
  if (!security) return false;
  const { document, line } = block.location;
  addFact(reading, operationSubject(reading), { kind: 'security', security }, { document, line });
  return true;
}
