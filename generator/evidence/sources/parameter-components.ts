import type { Block, ElementBlock, HeadingBlock } from '../../pages/page.ts';
import { allBlocks, blockText } from '../blocks.ts';
import {
  addFrontMatterText,
  addMediaType,
  addSummary,
  beginOperation,
  finishOperation,
  readFrontMatter,
} from '../component-operation.ts';
import { genericTitle, operationHeadings, turnTo } from '../component-headings.ts';
import { ownParts, readNamedObject, readOwnPart, readPreface } from '../component-own-parts.ts';
import { classEvidence, isTrue, parameterEvidence, presenceAttributes } from '../component-attributes.ts';
import { innerPath, isPlainType, parameterSubject, writtenType } from '../component-parameters.ts';
import { alternativeFolds, fieldValues, formTabs, setForm, tabMediaType } from '../component-alternatives.ts';
import { parameterContent } from '../component-content.ts';
import { withOpenedData } from '../component-data.ts';
import { pageEndpoints, sampledEndpoint } from '../component-endpoints.ts';
import { withNamedFields } from '../component-named-fields.ts';
import { attributeTables } from '../component-lists.ts';
import { headedValues } from '../component-headed-fields.ts';
import { addRows, listedValues, listsParts, readFieldTable, tablePlace } from '../component-fields.ts';
import {
  addFact,
  addUnread,
  operationSubject,
  startReading,
  type Context,
  type Reading,
} from '../component-reading.ts';
import {
  afterTitle,
  elementLead,
  headingContext,
  isOtherVersion,
  labelSection,
  partsContext,
  sectionContext,
  statusLead,
  titledContext,
  withSummaryTitle,
} from '../component-contexts.ts';
import { holdsParts, ownSchema, readParts, withFoldedName } from '../component-parts.ts';
import { addCredential, addNamedStatus, isErrorCode, readAnswerHeader } from '../component-special-fields.ts';
import { readTables } from '../component-tables.ts';
import { readTypes } from '../component-types.ts';
import { foldedIn, isFold, parameterWhere } from '../component-places.ts';
import {
  attributeText,
  attributeValue,
  componentRole,
  headingSection,
  isHidden,
  tagPlace,
} from '../component-roles.ts';
import { basesOf, noOperation, objectFacts, pageObject } from '../component-objects.ts';
import { addAttributeSample, readCode, readExample, responseStatus } from '../component-samples.ts';
import { declaredTypes, typeEntities } from '../declared-types/facts.ts';
import { blockEndpoint, frontMatterEndpoint, holdsOperation, type Endpoint } from '../endpoints.ts';
import type { Source } from '../evidence.ts';
import { errorEntity } from '../general-errors.ts';
import { listsOperations } from '../operation-lists.ts';

import { beginsWithAnswer } from '../sections/answers.ts';
import { htmlTable } from '../sections/html-table.ts';
import { readStatusTable } from '../sections/operation-statuses.ts';
import { readProse } from '../component-prose.ts';
import { printedEvidence } from '../printed/attribute-parts.ts';
import { withWholeBodies } from '../whole-bodies.ts';

/**
 * Pages whose components name parameters by attributes: VitePress with Vue components, Mintlify MDX and their like.
 * Which component means what is the table in `component-roles.ts`. Every part of the page that gives no fact and is
 * no layout is an `evidence/unread`; a page without an endpoint gives `evidence/no-endpoint`.
 */
export const parameterComponents: Source = {
  name: 'parameter-components',
  sniff(written) {
    const page = withNamedFields(withOpenedData(written));
    if (page.format !== 'markdown') return { score: 0, reason: 'no Markdown' };
    const components = allBlocks(page.blocks).filter((block) => block.kind === 'element');
    if (components.some((element) => componentRole(element.tag) === 'parameter')) {
      return { score: 1, reason: 'components describe parameters' };
    }
    if (
      components.some(
        (element) => element.children.length === 0 && (attributeTables(element).length > 0 || holdsParts(element)),
      )
    ) {
      return { score: 1, reason: 'a component lists parameters in an attribute' };
    }
    const named = frontMatterEndpoint(page.frontMatter?.value) ?? components.find((element) => blockEndpoint(element));
    if (named) return { score: 0.8, reason: 'front matter or an element names an endpoint' };
    return { score: 0, reason: 'no component describes a parameter' };
  },
  read(written, report) {
    const page = withNamedFields(withOpenedData(written));
    const endpoints = pageEndpoints(page);
    const sampled = endpoints.size === 0 ? sampledEndpoint(page) : undefined;
    const first = sampled?.endpoint ?? [...endpoints.values()][0];
    if (!first) {
      const object = pageObject(page) ?? errorEntity(page);
      const reading = startReading(page, endpoints, { operation: noOperation }, declaredTypes(page.blocks), report);
      const bases = object ? basesOf(object, page) : [];
      const told = new Set(bases.map(({ location }) => location));
      const blocks = page.blocks.filter((block) => !told.has(block.location));
      if (object) readBlocks(reading, blocks, { section: 'response' });
      const found = object ? [...objectFacts(object, reading.evidence), ...bases] : [];
      if (found.length > 0) return [...found, ...typeEntities(reading.declared)];
      const source = 'components with parameters';
      report.add('evidence/no-endpoint', { document: page.path, line: 1 }, { source });
      return [];
    }
    const reading = startReading(page, endpoints, first, declaredTypes(page.blocks), report);
    if (sampled) addFact(reading, operationSubject(reading), { kind: 'exists' }, sampled.block.location, 'sample');
    readFrontMatter(reading);
    const headings = operationHeadings(page, endpoints);
    const begin = page.blocks.findIndex((block) => headings.has(block) || endpoints.has(block));
    const preface = headings.size > 0 ? page.blocks.slice(0, begin) : [];
    readPreface(reading, preface);
    readBlocks(reading, page.blocks.slice(preface.length), {}, headings);
    finishOperation(reading);
    addFrontMatterText(reading, first);
    return [
      ...printedEvidence(reading.parts, page.uri),
      ...withWholeBodies(reading.evidence),
      ...typeEntities(reading.declared),
    ];
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
  let depth = 0;
  const values = headedValues(blocks);
  const told = new Set<Block>();
  const parts = outer.role === undefined && !outer.isHeld ? ownParts(reading, blocks, headings) : undefined;
  for (const block of blocks) {
    const endpoint = reading.endpoints.get(block);
    if (told.has(block)) continue;
    const part = block.kind === 'heading' && reading.named ? parts?.get(block) : undefined;
    if (part && block.kind === 'heading') {
      readOwnPart(reading, block, part);
      for (const one of part) told.add(one);
      context = { ...outer, section: 'other' };
      continue;
    }
    const value = block.kind === 'heading' && block.depth > depth ? values.get(block) : undefined;
    const enclosing = isFold(block) ? foldedIn(reading, before, context) : undefined;
    if (endpoint) {
      // what stands before an operation that holds its own text is about the page
      const isIntroduced = headings.size === 0 && !reading.named && reading.endpoints.size > 1 && holdsOperation(block);
      if (isIntroduced) reading.description = [];
      if (isIntroduced) reading.title = undefined;
      beginOperation(reading, endpoint, block.location, block);
      const title = (isIntroduced ? undefined : heading) ?? outer.title;
      if (title && reading.endpoints.size > 1 && !genericTitle.test(title.text)) reading.title = title;
      context = outer;
      heading = undefined;
      if (block.kind === 'element' && holdsOperation(block))
        readBlocks(reading, afterTitle(reading, block), { isHeld: true });
      if (block.kind === 'code' && block.text.includes('\n')) readCode(reading, block, { role: 'request' });
    } else if (value && context.role === undefined && addRows(reading, [value.row], context)) {
      for (const part of value.read) told.add(part);
    } else if (block.kind === 'heading') {
      depth = block.depth;
      const own = headings.get(block);
      if (own) turnTo(reading, own);
      context = headingContext(reading, block, context, outer);
      heading = headingSection(block.text) === 'other' ? block : undefined;
    } else if (labelSection(block, context) !== 'other') {
      context = sectionContext(reading, blockText(block), context, block.location);
    } else if (enclosing && block.kind === 'element') {
      const { section: _, ...inherited } = context;
      readBlocks(reading, block.children, { ...inherited, role: 'parameter', enclosing });
    } else {
      const led = statusLead(reading, block, context);
      const isFree = context.role === undefined && (context.section === undefined || context.section === 'other');
      const isAnswer = isFree && block.kind === 'code' && before?.kind === 'prose' && beginsWithAnswer(before.text);
      if (led === context) readBlock(reading, block, isAnswer ? { ...context, section: 'response' } : context);
      context = elementLead(reading, block, led);
    }
    before = block;
  }
}

function readBlock(reading: Reading, block: Block, context: Context): void {
  switch (block.kind) {
    case 'element':
      if (isHidden(block)) return addUnread(reading, block);
      return readElement(reading, block, context);
    case 'code':
      return readTypes(reading, block, context) ? undefined : readCode(reading, block, context);
    case 'prose':
      return readProse(reading, block, context);
    case 'table':
      if (context.enclosing === undefined && readStatusTable(reading, block)) return;
      if (!readFieldTable(reading, block, tablePlace(reading, block, context)) && !listsOperations(block))
        addUnread(reading, block);
      return;
    default:
      addUnread(reading, block);
  }
}

function readElement(reading: Reading, written: ElementBlock, context: Context): void {
  const block = context.role === undefined ? withSummaryTitle(written) : written;
  if (isOtherVersion(reading, block)) return addUnread(reading, block);
  if (context.enclosing === undefined && readNamedObject(reading, block)) return;
  const mayHold = componentRole(block.tag) !== 'parameter' || holdsParts(block);
  if (mayHold && readParts(reading, block, partsContext(block, context))) {
    reading.described = true;
    return readBlocks(reading, block.children, context);
  }
  const table = block.tag.toLowerCase() === 'table' ? htmlTable(block) : undefined;
  if (table) return readBlock(reading, table, context);
  const role = componentRole(block.tag);
  if (role === 'parameter') return readParameter(reading, block, context);
  if (role === undefined) {
    if (/\w-summary$|[a-z]Summary$/.test(block.tag) && addSummary(reading, block)) return;
    if (readTables(reading, block, context)) return;
    const isAnswer = attributeText(block, 'status', 'statuscode') !== undefined;
    if (block.children.length === 0 && /^[A-Z]/.test(block.tag) && !isAnswer) addUnread(reading, block);
    const titled = titledContext(reading, block, context);
    const tabs = context.role === undefined || context.role === 'parameter' ? formTabs(block) : [];
    for (const tab of tabs) {
      const start = reading.evidence.length;
      const mediaType = context.enclosing ? undefined : tabMediaType(tab);
      if (mediaType !== undefined && titled.section !== 'response')
        addMediaType(reading, mediaType, { document: tab.location.document, line: tab.location.line });
      readBlock(reading, tab, titled);
      setForm(reading.evidence, start, tab, context.enclosing?.path ?? []);
    }
    return tabs.length > 0 ? undefined : readBlocks(reading, block.children, titled);
  }
  if (role !== 'aside' && role !== 'scopes') reading.described = true;
  const place: Context = role === 'section' ? sectionPlace(reading, block, context) : context;
  if (role === 'section' && readTables(reading, block, place)) return;
  if (place.section === 'body' && context.enclosing === undefined) {
    const subject = { kind: 'request', operation: reading.operation, path: [] } as const;
    const found = classEvidence(block, subject);
    reading.evidence.push(...found);
    if (found.length > 0 && isTrue(attributeValue(block, 'required') ?? false))
      addFact(reading, subject, { kind: 'required', value: true }, block.location);
  }
  if (role === 'response' && readTables(reading, block, { ...context, section: 'response' })) return;
  if (role === 'section') {
    return readBlocks(reading, block.children, place);
  }
  // samples in the samples of a request or a response are samples of that
  const isWithin = role === 'samples' && (context.role === 'request' || context.role === 'response');
  if (isWithin) return readBlocks(reading, block.children, context);
  const status = role === 'response' ? responseStatus(reading, block, context) : undefined;
  if (role === 'response') addAttributeSample(reading, block, status);
  readBlocks(reading, block.children, { ...context, role, ...(status !== undefined && { status }) });
}

/** The context of what stands in an element that is a part of the request or of an answer: `<ResponseBody status="201">`. */
function sectionPlace(reading: Reading, block: ElementBlock, context: Context): Context {
  const section = tagPlace(block.tag) ?? 'parameters';
  const status = section === 'response' ? responseStatus(reading, block, context) : undefined;
  return { ...context, section, ...(status !== undefined && { status }) };
}

/** Reads a parameter component and, below it, the parameters that stand in it. */
function readParameter(reading: Reading, written: ElementBlock, context: Context): void {
  const block = withFoldedName(written);
  reading.described = true;
  if (readAnswerHeader(reading, block, context)) return;
  // codes of errors are no parts of what is answered
  if (isErrorCode(block, context)) return addUnread(reading, block);
  const where = parameterWhere(reading, block, context);
  // The parts of a path, query or header parameter have no subject of their own.
  if (!where || (context.enclosing && where.place !== 'body' && where.place !== 'response')) {
    return addUnread(reading, block);
  }
  if (addNamedStatus(reading, block, where, context)) return;
  if (where.place !== 'path' && where.place !== 'response') reading.sentBefore = where.place;
  const status = context.status ?? (context.section === 'errors' ? 'default' : undefined);
  const subject = parameterSubject(reading.operation, where, status);
  const content = parameterContent(block.children);
  const lists = content.prose.filter((one) => listsParts(one, writtenType(block)));
  const prose = content.prose.filter((one) => !lists.includes(one));
  const rest = [...content.rest, ...lists];
  if (where.place === 'header' && addCredential(reading, block, where.name, prose)) return;
  const own = [...parameterEvidence(block, subject, prose), ...ownSchema(block, subject)];
  reading.evidence.push(...(where.isGuess ? own.map((one) => ({ ...one, confidence: 'medium' as const })) : own));
  const isMarked = attributeValue(block, ...presenceAttributes) !== undefined;
  if (context.presence !== undefined && !context.enclosing && !isMarked)
    addFact(reading, subject, { kind: 'required', value: context.presence }, block.location, 'label');
  const enclosing = { place: where.place, path: innerPath(block, where) };
  const { section: _, presence: __, ...around } = context;
  const inherited = { ...around, ...(status !== undefined && { status }) };
  const values = fieldValues(writtenType(block) ?? '', rest);
  if (values) return addFact(reading, subject, { kind: 'enum', values, closed: true }, block.location);
  const alternatives = alternativeFolds(rest);
  for (const child of rest) {
    const start = reading.evidence.length;
    const listed = child.kind === 'table' ? listedValues(child, subject) : undefined;
    if (listed) reading.evidence.push(listed);
    else if (child.kind === 'code') readExample(reading, child, subject);
    // what is no object has no parts: the one before it was not ended
    else if (isPlainType(block) && child.kind === 'element' && componentRole(child.tag) === 'parameter')
      readBlock(reading, child, context);
    else readBlock(reading, child, { ...inherited, role: 'parameter', enclosing });
    if (child.kind === 'element' && alternatives.includes(child))
      setForm(reading.evidence, start, child, enclosing.path);
  }
}
