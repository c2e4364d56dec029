import type { Block, CodeBlock, ElementBlock, HeadingBlock } from '../pages/page.ts';
import { allBlocks, proseText } from './blocks.ts';
import { readSample } from './code-samples.ts';
import { parameterEvidence } from './component-attributes.ts';
import { parameterContent } from './component-content.ts';
import { genericTitle } from './component-headings.ts';
import { innerPath, parameterPlace, writtenType, type Enclosing } from './component-parameters.ts';
import { addFact, addUnread, type Reading } from './component-reading.ts';
import { attributeText, componentRole, headingSection } from './component-roles.ts';
import type { Endpoint } from './endpoints.ts';
import type { EntityName, Fact } from './evidence.ts';
import { objectTitle } from './object-titles.ts';
import { readProse } from './prose-facts.ts';
import { slug } from './sections/outline.ts';
import { referenceOf } from './sections/references.ts';
import { constants } from './sections/value-table.ts';

/**
 * The parts of a page of operations that are about something of their own, by the heading that begins each, with what stands under it:
 * those whose heading is the name that types of fields have, and behind the headings of several operations those of the same rank that
 * call something an object, or have sections of their own but no endpoint that could be read. Gives no diagnostics.
 */
export function ownParts(
  { endpoints }: Reading,
  blocks: readonly Block[],
  headings: ReadonlyMap<Block, Endpoint>,
): ReadonlyMap<Block, readonly Block[]> {
  const found = new Map<Block, readonly Block[]>();
  const named = typeNames(blocks);
  const isOfReceivers = [...endpoints.values()].some(({ operation }) => /hook|callback/i.test(operation.path));
  let rank: number | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    if (headings.has(block)) rank = block.depth;
    const rest = blocks.slice(index + 1);
    const end = rest.findIndex((one) => one.kind === 'heading' && one.depth <= block.depth);
    const own = end === -1 ? rest : rest.slice(0, end);
    const holdsOperation = own.some((one) => endpoints.has(one) || headings.has(one));
    if (headings.has(block) || holdsOperation || headingSection(block.text) !== 'other') continue;
    const isBeside = rank !== undefined && block.depth <= rank && !genericTitle.test(block.text);
    const isObject = isBeside && objectTitle(block.text)?.isForm === false;
    const hasSections = own.some((one) => one.kind === 'heading' && headingSection(one.text) !== 'other');
    // beside several operations fields are those of something else; so are those of what the API sends
    const isOther = headings.size > 1 && own.some(holdsFields);
    const isSent = !isOfReceivers && receives.test(block.text);
    if (named.has(nameKey(block.text)) || isObject || isSent || (isBeside && (hasSections || isOther)))
      found.set(block, own);
  }
  return found;
}

/** Words of headings over what the API sends. */
const receives = /\b(?:webhooks?|callbacks?)\b/i;

function holdsFields(block: Block): boolean {
  return allBlocks([block]).some((one) => one.kind === 'element' && componentRole(one.tag) === 'parameter');
}

/** The names of classes that types of fields say: `Address`, `Address[]`, in the form in which headings are compared. */
function typeNames(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of allBlocks(blocks)) {
    if (block.kind !== 'element' || componentRole(block.tag) !== 'parameter') continue;
    for (const word of (writtenType(block) ?? '').match(/\b[A-Z][a-z]\w{0,60}\b/g) ?? []) names.add(nameKey(word));
  }
  return names;
}

function nameKey(text: string): string {
  return (objectTitle(text)?.title ?? text.trim().replace(/^the\s+/i, '')).replaceAll(/[\s`_-]/g, '').toLowerCase();
}

/**
 * Reads what a page of several operations says before the first of them. Fields under a heading that calls them an object are
 * those of an entity; whatever else is no text belongs to no operation and is `evidence/unread`.
 */
export function readPreface(reading: Reading, blocks: readonly Block[]): void {
  let entity: EntityName | undefined;
  for (const block of blocks) {
    // a part of the object begins no other: `Properties`
    if (block.kind === 'heading')
      entity = entity && headingSection(block.text) !== 'other' ? entity : namedObject(reading, block);
    else if (block.kind === 'element') readFields(reading, block, entity, undefined);
    else if (block.kind !== 'prose' || block.form === 'list') addUnread(reading, block);
  }
}

/**
 * Reads a part of a page that is about no operation: what stands below a heading that names an object, with its sample, or is
 * `evidence/unread`.
 */
export function readOwnPart(reading: Reading, heading: HeadingBlock, blocks: readonly Block[]): void {
  const isNamed = typeNames(reading.page.blocks).has(nameKey(heading.text));
  const entity = isNamed ? objectOf(reading, heading, heading.text.trim()) : namedObject(reading, heading);
  const values = entity && isNamed ? listedValues(blocks) : undefined;
  if (entity && values) {
    const { block, fact } = values;
    addFact(reading, { kind: 'entity', entity, path: [] }, fact, block.location, 'prose');
    return;
  }
  for (const block of blocks) {
    if (block.kind === 'element') readFields(reading, block, entity, undefined);
    else if (entity && block.kind === 'code') readShown(reading, block, entity);
    else if (block.kind !== 'heading' && (block.kind !== 'prose' || block.form === 'list')) addUnread(reading, block);
  }
}

/** The values that a part lists which has no fields: ``One of `stop`, `go`.``, or a table of constants; undefined for any other part. */
function listedValues(blocks: readonly Block[]): { readonly block: Block; readonly fact: Fact } | undefined {
  if (blocks.some((block) => block.kind !== 'prose' && block.kind !== 'table')) return undefined;
  const found = blocks.flatMap((block) => {
    const told =
      block.kind === 'prose'
        ? readProse(proseText([block]), 'string').flatMap(({ fact }) =>
            fact.kind === 'enum' && fact.closed ? [fact] : [],
          )
        : [];
    const values = block.kind === 'table' ? constants(block) : undefined;
    const facts: readonly Fact[] = values ? [{ kind: 'enum', values, closed: true }] : told;
    return facts.map((fact) => ({ block, fact }));
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Elements that stand for an object of the API. */
const objectTag =
  /^(?:Api|Data)?(?:Schema|Object|Model|Entity|Type|Resource|Interface|Struct)(?:Def|Definition|Fields|Table)?$/;

/**
 * Reads an element that stands for an object, by its name (`<Schema name="Book" extends="Item">`), with its fields; false for any other
 * element. Gives no diagnostics.
 */
export function readNamedObject(reading: Reading, block: ElementBlock): boolean {
  const name = attributeText(block, 'name', 'title', 'id') ?? '';
  const isObject = objectTag.test(block.tag) && /^[A-Za-z]\w{0,80}$/.test(name) && block.children.some(holdsFields);
  if (!isObject) return false;
  const { document, line } = block.location;
  const location = { document, line };
  const entity = { document: reading.page.path, anchor: slug(name), title: name };
  const subject = { kind: 'entity', entity, path: [] } as const;
  const base = attributeText(block, 'extends', 'base') ?? '';
  const reference = /^[A-Z]\w{0,80}$/.test(base) ? referenceOf(base, undefined, 0, document) : undefined;
  addFact(reading, subject, { kind: 'exists' }, location);
  addFact(reading, subject, { kind: 'type', words: 'object' }, location);
  if (reference) addFact(reading, subject, { kind: 'extends', reference }, location);
  for (const child of block.children) if (child.kind === 'element') readFields(reading, child, entity, undefined);
  return true;
}

/** The object that a heading calls one. */
function namedObject(reading: Reading, heading: HeadingBlock): EntityName | undefined {
  const called = objectTitle(heading.text);
  return called === undefined || called.isForm ? undefined : objectOf(reading, heading, called.title);
}

function objectOf(reading: Reading, heading: HeadingBlock, written: string): EntityName {
  const title = objectTitle(written)?.title ?? written.replace(/^the\s+/i, '');
  const entity = { document: reading.page.path, anchor: slug(heading.text), title };
  addFact(reading, { kind: 'entity', entity, path: [] }, { kind: 'exists' }, heading.location);
  return entity;
}

/** Reports what code shows of an object: its sample, where it is JSON. */
function readShown(reading: Reading, block: CodeBlock, entity: EntityName): void {
  const isJson = /^(?:json[c5]?|)$/.test(block.language ?? '') && /^\s*\{/.test(block.text);
  const origin = { document: reading.page.path, firstLine: block.textLine };
  const data = isJson ? readSample(block.text, origin, reading.report) : undefined;
  if (!data) return addUnread(reading, block);
  addFact(reading, { kind: 'entity', entity, path: [] }, { kind: 'sample', data }, data.locate(''), 'sample');
}

/** Reads the fields of an entity in an element and the elements in it, and the sample beside them. */
function readFields(
  reading: Reading,
  block: ElementBlock,
  entity: EntityName | undefined,
  enclosing: Enclosing | undefined,
): void {
  const isField = componentRole(block.tag) === 'parameter';
  const where = isField ? parameterPlace(block, 'response', enclosing) : undefined;
  if (isField && (!entity || where?.place !== 'response')) return addUnread(reading, block);
  const { prose, rest } = isField ? parameterContent(block.children) : { prose: [], rest: block.children };
  if (entity && where) {
    reading.evidence.push(...parameterEvidence(block, { kind: 'entity', entity, path: where.path }, prose));
  }
  const inner = where ? { place: where.place, path: innerPath(block, where) } : enclosing;
  for (const child of rest) {
    if (child.kind === 'element') readFields(reading, child, entity, inner);
    else if (entity && !inner && child.kind === 'code') readShown(reading, child, entity);
    else if (child.kind !== 'heading') addUnread(reading, child);
  }
}
