import type { Block, ElementBlock, HeadingBlock, Page, ProseBlock } from '../../pages/page.ts';
import { allBlocks } from '../blocks.ts';
import {
  addFrontMatterText,
  beginOperation,
  finishOperation,
  readFrontMatter,
  readScopes,
} from '../component-operation.ts';
import {
  innerPath,
  parameterEvidence,
  parameterPlace,
  parameterSubject,
  type Enclosing,
  type ParameterPlace,
} from '../component-parameters.ts';
import { credentialOf } from '../code-samples.ts';
import { listedValues, readFieldItems, readFieldTable, readStatuses } from '../component-fields.ts';
import {
  addFact,
  addUnread,
  operationSubject,
  responseSubject,
  startReading,
  type Context,
  type Reading,
} from '../component-reading.ts';
import {
  attributeText,
  componentRole,
  headingSection,
  tagPlace,
  type Place,
  type Section,
} from '../component-roles.ts';
import { readCode, readExample, responseStatus, statusOf } from '../component-samples.ts';
import { blockEndpoint, frontMatterEndpoint, holdsOperation, type Endpoint } from '../endpoints.ts';
import type { Source } from '../evidence.ts';
import { pathParameters } from '../request-url.ts';
import { answerEvidence } from '../sections/answers.ts';

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
    const named = frontMatterEndpoint(page.frontMatter?.value) ?? components.find((element) => blockEndpoint(element));
    if (named) return { score: 0.8, reason: 'front matter or an element names an endpoint' };
    return { score: 0, reason: 'no component describes a parameter' };
  },
  read(page, report) {
    const endpoints = pageEndpoints(page);
    const [first] = endpoints.values();
    if (!first) {
      const source = 'components with parameters';
      report.add('evidence/no-endpoint', { document: page.path, line: 1 }, { source });
      return [];
    }
    const reading = startReading(page, endpoints, first, report);
    readFrontMatter(reading);
    readBlocks(reading, page.blocks, {});
    finishOperation(reading);
    addFrontMatterText(reading, first);
    return reading.evidence;
  },
};

/** The blocks that name an endpoint, outermost first, in document order; front matter stands for itself. */
function pageEndpoints(page: Page): Map<Block | 'front matter', Endpoint> {
  const found = new Map<Block | 'front matter', Endpoint>();
  const front = frontMatterEndpoint(page.frontMatter?.value);
  if (front) found.set('front matter', front);
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      const endpoint = blockEndpoint(block);
      if (endpoint) found.set(block, endpoint);
      else if (block.kind === 'element' && componentRole(block.tag) === undefined) visit(block.children);
    }
  };
  visit(page.blocks);
  return found;
}

/**
 * Reads blocks in order; a heading changes the context of what follows it, up to the end of its element. What is folded right
 * after a parameter belongs to it.
 */
function readBlocks(reading: Reading, blocks: readonly Block[], outer: Context): void {
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
      context = headingContext(reading, block, context, outer);
      heading = headingSection(block.text) === 'other' ? block : undefined;
    } else if (enclosing && block.kind === 'element') {
      const { section: _, ...inherited } = context;
      readBlocks(reading, block.children, { ...inherited, role: 'parameter', enclosing });
    } else readBlock(reading, block, context);
    before = block;
  }
}

/** Headings that announce an endpoint instead of naming what it does. */
const genericTitle =
  /^(?:(?:api|http|rest)\s)?(?:endpoints?|requests?|urls?|methods?|overview|introduction|definition|usage)$/i;

/** Whether an element only folds what stands in it. */
function isFold(block: Block): boolean {
  return (
    block.kind === 'element' && /^(?:expandable|accordion|collaps(?:e|ible)|details|toggle|fold)$/i.test(block.tag)
  );
}

/** The parameter before a fold, if it may have parts and holds none itself. */
function foldedIn(reading: Reading, before: Block | undefined, context: Context): Enclosing | undefined {
  if (before?.kind !== 'element' || componentRole(before.tag) !== 'parameter') return undefined;
  const isContainer = /\b(?:object|array|list|map|record|dict)\b|\[\]/i.test(attributeText(before, 'type') ?? '');
  const where = isContainer && !before.children.some(isFold) ? parameterWhere(reading, before, context) : undefined;
  if (where?.place !== 'body' && where?.place !== 'response') return undefined;
  return { place: where.place, path: innerPath(before, where) };
}

function headingContext(reading: Reading, block: HeadingBlock, context: Context, outer: Context): Context {
  if (context.role !== undefined) return context;
  const section = headingSection(block.text);
  if (section === 'other') {
    const isTitle = block.depth === 1 || (!reading.named && !reading.described);
    if (isTitle) reading.title ??= block;
    return isTitle ? outer : { ...outer, section };
  }
  reading.described = true;
  const status = section === 'response' ? statusOf(block.text) : undefined;
  return { ...outer, section, ...(status !== undefined && { status }) };
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
      if (!readFieldTable(reading, block, context)) addUnread(reading, block);
      return;
    default:
      addUnread(reading, block);
  }
}

function readProse(reading: Reading, block: ProseBlock, context: Context): void {
  const { section, role, status } = context;
  if (section === 'scopes' || role === 'scopes') return readScopes(reading, block);
  if (role === 'response' && status !== undefined) {
    const fact = { kind: 'description', text: block.text } as const;
    return addFact(reading, responseSubject(reading, status), fact, block.location);
  }
  if (section === 'response' && role === undefined) {
    if (block.form === 'list' && readStatuses(reading, block)) return;
    const answers = block.form === 'list' ? [] : answerEvidence(block, reading.operation);
    reading.evidence.push(...answers);
    if (answers.length > 0) return;
  }
  if (block.form === 'list' && role !== 'response' && role !== 'request' && readFieldItems(reading, block, context))
    return;
  const isDescription = section === undefined && role === undefined && !reading.described;
  if (isDescription) reading.description.push(block);
  else addUnread(reading, block);
}

function readElement(reading: Reading, block: ElementBlock, context: Context): void {
  const role = componentRole(block.tag);
  if (role === 'parameter') return readParameter(reading, block, context);
  if (role === undefined) {
    if (block.children.length === 0 && /^[A-Z]/.test(block.tag)) addUnread(reading, block);
    return readBlocks(reading, block.children, context);
  }
  if (role !== 'aside' && role !== 'scopes') reading.described = true;
  if (role === 'section') {
    return readBlocks(reading, block.children, { ...context, section: tagPlace(block.tag) ?? 'parameters' });
  }
  const status = role === 'response' ? responseStatus(reading, block, context) : undefined;
  readBlocks(reading, block.children, { ...context, role, ...(status !== undefined && { status }) });
}

/** Reads a parameter component and, below it, the parameters that stand in it. */
function readParameter(reading: Reading, block: ElementBlock, context: Context): void {
  reading.described = true;
  const where = parameterWhere(reading, block, context);
  // The parts of a path, query or header parameter have no subject of their own.
  if (!where || (context.enclosing && where.place !== 'body' && where.place !== 'response')) {
    return addUnread(reading, block);
  }
  const subject = parameterSubject(reading.operation, where, context.status);
  const { prose, rest } = parameterContent(block.children);
  if (where.place === 'header' && addCredential(reading, block, where.name, prose)) return;
  reading.evidence.push(...parameterEvidence(block, subject, prose));
  const enclosing = { place: where.place, path: innerPath(block, where) };
  const { section: _, ...inherited } = context;
  for (const child of rest) {
    const values = child.kind === 'table' ? listedValues(child, subject) : undefined;
    if (values) reading.evidence.push(values);
    else if (child.kind === 'code') readExample(reading, child, subject);
    else readBlock(reading, child, { ...inherited, role: 'parameter', enclosing });
  }
}

function parameterWhere(reading: Reading, block: ElementBlock, context: Context): ParameterPlace | undefined {
  return parameterPlace(block, sectionPlace(context.section), context.enclosing) ?? templateParameter(reading, block);
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

/** A parameter of no stated place that the path template names. */
function templateParameter(reading: Reading, block: ElementBlock): ParameterPlace | undefined {
  const name = attributeText(block, 'name');
  const isInPath = name !== undefined && pathParameters(reading.operation.path).includes(name);
  return isInPath ? { place: 'path', name, path: [] } : undefined;
}

const places: ReadonlySet<Section> = new Set(['path', 'query', 'header', 'cookie', 'body', 'response']);

function sectionPlace(section: Section | undefined): Place | undefined {
  return section !== undefined && places.has(section) ? (section as Place) : undefined;
}

/** The prose of a parameter, that of notes in it included, and what else stands in it. */
function parameterContent(blocks: readonly Block[]): { prose: ProseBlock[]; rest: Block[] } {
  const prose: ProseBlock[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    const text = block.kind === 'element' ? textOnly(block) : undefined;
    if (block.kind === 'prose') prose.push(block);
    else if (text) prose.push(...text);
    else rest.push(block);
  }
  return { prose, rest };
}

/** The prose of an element that holds nothing else and has no meaning of its own; undefined for any other. */
function textOnly(block: ElementBlock): ProseBlock[] | undefined {
  const role = componentRole(block.tag);
  if ((role !== undefined && role !== 'aside') || block.children.length === 0) return undefined;
  const prose: ProseBlock[] = [];
  for (const child of block.children) {
    const text = child.kind === 'prose' ? [child] : child.kind === 'element' ? textOnly(child) : undefined;
    if (!text) return undefined;
    prose.push(...text);
  }
  return prose;
}
