import type { Block, ElementBlock, HeadingBlock, Page } from '../pages/page.ts';
import { parameterContent } from './component-content.ts';
import { finishOperation } from './component-operation.ts';
import { parameterEvidence } from './component-attributes.ts';
import { innerPath, parameterPlace, type Enclosing } from './component-parameters.ts';
import { addFact, addUnread, type Reading } from './component-reading.ts';
import { componentRole, headingSection } from './component-roles.ts';
import type { Endpoint } from './endpoints.ts';
import type { EntityName } from './evidence.ts';
import { objectTitle } from './object-titles.ts';
import { slug } from './sections/outline.ts';

/** Headings that announce an endpoint instead of naming what it does. */
export const genericTitle: RegExp =
  /^(?:(?:api|http|rest)\s)?(?:endpoints?|requests?|urls?|methods?|overview|introduction|definition|usage|open ?api(?: \w+)?|api|reference|http|route|call)$/i;

/**
 * The headings that name the operations of a page with several, each with the endpoint that stands under it: the nearest one above
 * that is more than the announcement of an endpoint. Empty for pages of one operation. Gives no diagnostics.
 */
export function operationHeadings(
  page: Page,
  endpoints: ReadonlyMap<Block | 'front matter', Endpoint>,
): ReadonlyMap<Block, Endpoint> {
  const found = new Map<Block, Endpoint>();
  let open: HeadingBlock[] = [];
  let count = 0;
  const depths = new Set<number>();
  for (const block of endpoints.has('front matter') ? [] : page.blocks) {
    const endpoint = endpoints.get(block);
    if (block.kind === 'heading') open = [...open.filter(({ depth }) => depth < block.depth), block];
    // what stands between a heading and an endpoint belongs to the heading: then the endpoint begins something else
    else if (!endpoint && block.kind !== 'prose') open = [];
    const heading = endpoint && open.findLast(namesOperation);
    if (endpoint) count += 1;
    if (!endpoint || !heading) continue;
    found.set(heading, endpoint);
    depths.add(heading.depth);
  }
  // where not each has its own, of the same rank, headings may as well stand behind the endpoints
  return count > 0 && found.size === count && depths.size === 1 ? found : new Map();
}

function namesOperation({ text }: HeadingBlock): boolean {
  return !genericTitle.test(text) && headingSection(text) === 'other';
}

/** Turns to the operation whose heading begins: what follows is about it, though its endpoint has yet to come. */
export function turnTo(reading: Reading, { operation }: Endpoint): void {
  if (reading.named) finishOperation(reading);
  reading.operation = operation;
  reading.named = false;
  reading.described = false;
}

/**
 * Reads what a page of several operations says before the first of them. Fields under a heading that calls them an object are
 * those of an entity; whatever else is no text belongs to no operation and is `evidence/unread`.
 */
export function readPreface(reading: Reading, blocks: readonly Block[]): void {
  let entity: EntityName | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const called = objectTitle(block.text);
      const isNamed = called !== undefined && !called.isForm;
      entity = isNamed ? { document: reading.page.path, anchor: slug(block.text), title: called.title } : undefined;
      if (entity) addFact(reading, { kind: 'entity', entity, path: [] }, { kind: 'exists' }, block.location);
    } else if (block.kind === 'element') readFields(reading, block, entity, undefined);
    else if (block.kind !== 'prose' || block.form === 'list') addUnread(reading, block);
  }
}

/** Reads the fields of an entity in an element and the elements in it. */
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
    else if (child.kind !== 'heading') addUnread(reading, child);
  }
}
