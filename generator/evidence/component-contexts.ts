import type { Location } from '../base/location.ts';
import type { Block, ElementBlock, HeadingBlock, ProseBlock } from '../pages/page.ts';
import { proseText } from './blocks.ts';
import { classEvidence } from './component-attributes.ts';
import { addFact, responseSubject, type Context, type Reading } from './component-reading.ts';
import {
  attributeText,
  componentRole,
  headingSection,
  tagPlace,
  wordPlace,
  type Place,
  type Section,
} from './component-roles.ts';
import { answerStatus, statusApart, statusOf } from './status-words.ts';
import { attributesData } from './component-data.ts';
import { operationContent } from './endpoints.ts';
import { answersDataEvidence } from './operation-data.ts';
import { statedPresence } from './sections/inline-fields.ts';

/** The context of what follows a heading, up to the next one; a heading of no section may be the title. */
export function headingContext(reading: Reading, block: HeadingBlock, context: Context, outer: Context): Context {
  if (context.role !== undefined) return context;
  reading.hasCall = false;
  const section = headingSection(block.text);
  if (goesOn(section, context) && block.depth > (context.depth ?? 6)) return context;
  const apart =
    section === 'other' && reading.named ? statusApart(block.text, context.section === 'response') : undefined;
  if (apart !== undefined) {
    reading.described = true;
    stateAnswer(reading, apart, block.location);
    return { ...outer, section: 'response', status: apart, depth: block.depth };
  }
  if (section === 'other') {
    const isTitle = block.depth === 1 || (!reading.named && !reading.described);
    if (isTitle) reading.title ??= block;
    return isTitle ? outer : { ...outer, section };
  }
  return { ...sectionContext(reading, block.text, outer, block.location), depth: block.depth };
}

/** Whether what is called by a word for no part of its own, `Fields` or `Example`, goes on with the part of the request or the answer around it. */
function goesOn(section: Section, { section: around }: Context): boolean {
  const isPart = around !== undefined && /^(?:path|query|header|cookie|body|response)$/.test(around);
  return isPart && (section === 'parameters' || section === 'example');
}

/** The context of what stands under the title of a section. */
export function sectionContext(reading: Reading, title: string, outer: Context, location?: Location): Context {
  reading.described = true;
  reading.hasCall = false;
  const section = headingSection(title);
  const status = section === 'response' ? answerStatus(title) : undefined;
  if (location && status !== undefined && status === statusOf(title)) stateAnswer(reading, status, location);
  const presence = statedPresence(title);
  return { ...outer, section, ...(status !== undefined && { status }), ...(presence !== undefined && { presence }) };
}

/** What a line in bold, or a few words before a colon, says to follow: `**Response parameters**`, `Response example:`. */
export function labelSection(block: Block, { role }: Context): Section {
  if (role !== undefined || block.kind !== 'prose' || block.form !== 'paragraph' || block.text.length > 80)
    return 'other';
  const text = block.text.replaceAll('`', '').trim();
  const isLabel = /^(?:\*\*|__)[^*_\n]+(?:\*\*|__):?$/.test(text) || /^\w+(?: \w+){0,3}:$/.test(text);
  return isLabel ? headingSection(text) : 'other';
}

/**
 * Whose values a component lists in an attribute: those that the attribute's name says (`query={[...]}`), else those of the section,
 * else those that the component's name says (`QueryParamsTable`, `ResponseFields`). A title of the component's own (`Path parameters`)
 * is that of a section; one of none, where nothing else says whose values they are, gives undefined. The status of an answer is that
 * of the component.
 */
export function tableContext(
  reading: Reading,
  block: ElementBlock,
  attribute: string,
  outer: Context,
): Context | undefined {
  const title = outer.role === undefined ? attributeText(block, 'title', 'heading', 'caption', 'label') : undefined;
  const context = titledContext(reading, block, outer);
  const named = wordPlace(attribute) ?? tagPlace(attribute) ?? kindPlace(block);
  // a title of no section says that it is something else than what is sent
  const isOther = title !== undefined && headingSection(title) === 'other' && named === undefined;
  if (isOther && context.section === outer.section && tagPlace(block.tag) === undefined && !isPlaced(outer))
    return undefined;
  const isOpen = context.section === undefined || context.section === 'other';
  const section = named ?? (isOpen ? (tagPlace(block.tag) ?? 'parameters') : context.section);
  const status = section === 'response' ? statusOf(attributeText(block, 'status', 'code', 'statuscode')) : undefined;
  if (status !== undefined) stateAnswer(reading, status, tagLine(block));
  return { ...context, ...(section !== undefined && { section }), ...(status !== undefined && { status }) };
}

function isPlaced({ section }: Context): boolean {
  return section !== undefined && section !== 'other' && section !== 'parameters';
}

/** What stands in a tab or a fold whose title is that of a section is read as that section; in an element with a status as that answer. */
export function titledContext(reading: Reading, block: ElementBlock, context: Context): Context {
  const title =
    context.role === undefined
      ? (attributeText(block, 'title', 'heading', 'caption', 'label', 'name', 'header', 'summary', 'slot', '0') ??
        slotName(block))
      : undefined;
  const isFree = context.role === undefined || context.role === 'response';
  const stated = isFree ? attributeText(block, 'status', 'statuscode', 'code') : undefined;
  if (stated !== undefined && /^[1-5]\d\d$/.test(stated)) {
    stateAnswer(reading, stated, tagLine(block));
    const text = attributeText(block, 'description', 'desc', 'text', 'message');
    if (text !== undefined)
      addFact(reading, responseSubject(reading, stated), { kind: 'description', text }, tagLine(block));
    reading.evidence.push(...classEvidence(block, responseSubject(reading, stated)));
    return { ...context, section: 'response', status: stated };
  }
  // what stands in it is sent where it says: `<Params in="query">`
  const place = isFree
    ? (wordPlace(attributeText(block, 'in', 'location', 'paramtype') ?? '') ?? kindPlace(block))
    : undefined;
  if (place !== undefined) return { ...context, section: place };
  if (title === undefined) {
    const called = isFree && context.enclosing === undefined ? tagSection(block.tag) : undefined;
    // what holds parameters says where they are sent less than what stands around it
    const isSaid = called === 'parameters' && context.section !== undefined;
    return called === undefined || isSaid ? context : { ...context, section: called };
  }
  const said = headingSection(title);
  if (goesOn(said, context)) return context;
  if (said !== 'other') return sectionContext(reading, title, context, tagLine(block));
  const status =
    (context.section === 'response' ? answerStatus(title) : undefined) ??
    statusApart(title, context.section === 'response');
  if (status === undefined) {
    return { ...context, title: { kind: 'heading', depth: 6, text: title, location: tagLine(block) } };
  }
  stateAnswer(reading, status, tagLine(block));
  return { ...context, section: 'response', status };
}

/** An HTML fold whose summary is the title of a section or an answer, with that among its attributes; any other as it is. Gives no diagnostics. */
export function withSummaryTitle(block: ElementBlock): ElementBlock {
  const [first, ...children] = block.tag === 'details' ? block.children : [];
  if (first?.kind !== 'element' || first.tag !== 'summary' || block.attributes['title'] !== undefined) return block;
  const [text, ...others] = first.children;
  const title = text?.kind === 'prose' && others.length === 0 ? text.text.replaceAll(/[*_`]/g, '').trim() : '';
  if (title === '' || headingSection(title) === 'other') return block;
  return { ...block, attributes: { ...block.attributes, title }, children };
}

/** The context of a schema among the attributes of an element: the body, or the answer, that the element's own name says. */
export function partsContext(block: ElementBlock, context: Context): Context {
  const place = context.role === undefined && context.enclosing === undefined ? tagPlace(block.tag) : undefined;
  if (place !== 'body' && place !== 'response') return context;
  const status = place === 'response' ? statusOf(attributeText(block, 'status', 'code', 'statuscode')) : undefined;
  return { ...context, section: place, ...(status !== undefined && { status }) };
}

/** The place that a word for the kind of an element says (`kind="query"`); words that also name other kinds say none. */
function kindPlace(block: ElementBlock): Place | undefined {
  const kind = attributeText(block, 'kind', 'type') ?? '';
  return /^(?:path|query|headers?|cookies?|body|response)$/i.test(kind) ? wordPlace(kind) : undefined;
}

/** The section that the name of a component says, as a heading would (`ResponseList`, `PathParamsTable`); undefined for none of its own. */
function tagSection(tag: string): Section | undefined {
  const words = tag
    .replaceAll('-', ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/^(?:api|doc|docs)\s/i, '')
    .replace(/\s(?:list|table|section|group|panel|container|wrapper)$/i, '');
  // one word alone may as well be layout: `<Header>`, `<Search>`
  const isOwn = /[A-Z-]/.test(tag) && /[a-z][A-Z]|-|s$/.test(tag);
  const section = isOwn ? headingSection(words) : 'other';
  // fields and attributes may as well be those of an object
  if (section === 'parameters') return /^(?:param|arg)/i.test(words) ? section : undefined;
  return /^(?:path|query|header|cookie|body|response|errors)$/.test(section) ? section : undefined;
}

/** The name of the slot that an element fills: `<template #query>`, `<template v-slot:query>`. */
function slotName({ attributes }: ElementBlock): string | undefined {
  return Object.keys(attributes).flatMap((key) => /^(?:v-slot:|#)([\w-]{1,60})$/.exec(key)?.[1] ?? [])[0];
}

function tagLine({ location: { document, line } }: ElementBlock): Location {
  return { document, line };
}

function stateAnswer(reading: Reading, status: string, location: Location): void {
  addFact(reading, responseSubject(reading, status), { kind: 'exists' }, location);
}

/** Reports the answers that an element lists in an attribute, each with its status (`errors={[{ status: 404, message: … }]}`); false for none. */
export function readListedAnswers(reading: Reading, block: ElementBlock): boolean {
  const data = { value: attributesData(block), locate: () => tagLine(block) };
  const found = answersDataEvidence(data, reading.operation, reading.report);
  reading.evidence.push(...found);
  return found.length > 0;
}

/** Reports the answer that a paragraph names by its status and nothing else (`204 No Content`, `202 without a body`); false for any other. */
export function addStatusLine(reading: Reading, { form, text, location }: ProseBlock): boolean {
  const line = text.trim().replace(/\s(?:without an?|with no|with an empty) (?:response )?(?:body|content)\.?$/i, '');
  const status = /^`?([1-5]\d\d)(?:`?\s[A-Z][A-Za-z' -]{1,40})?`?\.?$/.exec(line)?.[1];
  if (form !== 'paragraph' || status === undefined) return false;
  stateAnswer(reading, status, location);
  return true;
}

/**
 * The context of what follows a paragraph about answers that begins with a status and goes on with what that means (`` `201 Created`, with
 * the box: ``): it is of that answer, which is reported. The same context for any other block.
 */
export function statusLead(reading: Reading, block: Block, context: Context): Context {
  const isFree = context.section === 'response' && context.role === undefined && context.enclosing === undefined;
  if (!isFree || block.kind !== 'prose' || block.form !== 'paragraph') return context;
  const [head = '', status] =
    /^[`*]{0,3}([1-5]\d\d)(?:\s[A-Z][A-Za-z' -]{1,30})?[`*]{0,3}(?:[,:]|\s[-–—]|(?=\s(?:if|when|with|where|once|and)\b))\s/.exec(
      `${block.text} `,
    ) ?? [];
  if (status === undefined) return context;
  stateAnswer(reading, status, block.location);
  const text = block.text.slice(head.length).trim();
  if (text !== '' && !text.endsWith(':'))
    addFact(reading, responseSubject(reading, status), { kind: 'description', text }, block.location, 'prose');
  return { ...context, status };
}

/**
 * The context of what follows an element that holds nothing and has the status of an answer, or a title that is that of a section:
 * it stands where a heading would (`<Response status="200" />`, `{% include title.html title="Path parameters" %}`). The same context for any other.
 */
export function elementLead(reading: Reading, block: Block, context: Context): Context {
  if (block.kind !== 'element' || block.children.length > 0 || context.role !== undefined || context.enclosing)
    return context;
  const role = componentRole(block.tag);
  if (role !== undefined && role !== 'response') return context;
  const status = statusOf(attributeText(block, 'status', 'statuscode', 'code', 'httpcode'));
  if (status !== undefined && (role === 'response' || /answer|status|response|result|return/i.test(block.tag)))
    return { ...context, section: 'response', status };
  const title = attributeText(block, 'title', 'heading', 'text', 'label');
  const isTitle = title !== undefined && /head|title|section|label/i.test(block.tag);
  return isTitle && headingSection(title) !== 'other' ? sectionContext(reading, title, context) : context;
}

/** Whether a tab is about another version of the API than the operation: `v1` beside `/v2/boxes`. */
export function isOtherVersion({ operation }: Reading, block: ElementBlock): boolean {
  const title = attributeText(block, 'title', 'label', 'name', 'value') ?? '';
  const version = /^(?:(?:api )?version |v)(\d{1,3})(?:\.\d{1,3})?$/i.exec(title)?.[1];
  const own = /\/v(\d{1,3})(?=\/)/i.exec(operation.path)?.[1];
  return version !== undefined && own !== undefined && Number(version) !== Number(own);
}

/** Reports the first paragraph below the status of an answer as its description; false for any other. */
export function addAnswerText(reading: Reading, block: ProseBlock, { status, enclosing }: Context): boolean {
  if (status === undefined || enclosing || block.form !== 'paragraph' || !/\w/.test(block.text)) return false;
  const key = `${reading.operation.method} ${reading.operation.path} ${status}`;
  if (reading.toldAnswers.has(key) || labelSection(block, {}) !== 'other') return false;
  reading.toldAnswers.add(key);
  addFact(
    reading,
    responseSubject(reading, status),
    { kind: 'description', text: proseText([block]) },
    block.location,
    'prose',
  );
  return true;
}

/** What an element that stands for an operation holds; a heading that it begins with is the title, and left out. */
export function afterTitle(reading: Reading, block: ElementBlock): readonly Block[] {
  const children = operationContent(block);
  const [first, ...rest] = children;
  const [text, ...others] = first?.kind === 'element' && /^(?:title|summary)$/i.test(first.tag) ? first.children : [];
  if (text?.kind === 'prose' && others.length === 0) {
    reading.title ??= { kind: 'heading', depth: 2, text: text.text, location: text.location };
    return rest;
  }
  if (first?.kind !== 'heading' || headingSection(first.text) !== 'other') return children;
  reading.title ??= first;
  return rest;
}
