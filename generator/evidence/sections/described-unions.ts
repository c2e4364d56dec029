import { groupBy } from '../../base/order.ts';
import { singular } from '../../base/singular.ts';
import type { Block, Page, TableBlock } from '../../pages/page.ts';
import type { EntityReference } from '../evidence.ts';
import { objectTitle } from '../object-titles.ts';
import type { EntityUnit, Loose } from './entity-unit.ts';
import { alternativesIn, isObjectLink, oneOfLinks } from './alternatives-in-text.ts';
import { lastSentence } from './introduced-object.ts';
import { links, plainText, type Link } from './markup.ts';
import type { Section } from './outline.ts';

/** More objects than these are not looked for: a list so long is the table of contents of something. */
const mostObjects = 100;

/**
 * The objects of which what a section describes is one: those that a list, a table or a sentence of it links to, where nothing
 * in the section describes fields (`It can be one of: [Book](#book), [Lamp](#lamp)`). Whether these are objects shows when all
 * pages are read. Undefined for any other section. Gives no diagnostics.
 */
export function linkedAlternatives({ section, blocks, isType }: Loose, page: Page): EntityReference | undefined {
  const isNamed = isType === true || objectTitle(section.title) !== undefined;
  let intro = '';
  for (const block of blocks) {
    const listed = linkedObjects(block);
    const told = isNamed && block.kind === 'prose' && !block.items ? alternativesIn(block.text) : undefined;
    const found = listed ?? told;
    const isOne = saysOne.test(intro) || (isType === true && !saysOther.test(lastSentence(intro)));
    if (found && (!listed || isOne)) return oneOfLinks(found, page.path);
    if (block.kind === 'prose' && !block.items) intro = block.text;
    // a sample or other lists show an object of its own
    else return undefined;
  }
  return undefined;
}

/** A text that says of what follows that it is one of that. */
const saysOne =
  /\b(?:(?:any|one) of|either|must be an?|can be an?|(?:kinds?|types?|variants?|forms?|sorts?|subtypes?) of)\b|\b(?:following|available|supported)\s(?:[\w-]{1,30}\s){0,2}(?:kinds|types|variants|forms|objects)\b/i;

/** A text that says of the links that follow that they are about something else. */
const saysOther =
  /\b(?:see|related|used|uses|returned|returns?|methods?|operations?|endpoints?|requests?|fields?|propert(?:y|ies)|attributes?|parameters?|learn|read|guides?|pages?|sections?)\b/i;

/** What each item of a list, or each row of a table, begins with a link to. */
function linkedObjects(block: Block): Link[] | undefined {
  if (block.kind === 'table') return linkedRows(block);
  if (block.kind !== 'prose' || !block.items || block.items.length > mostObjects) return undefined;
  const found = block.items.map(({ text, items }) => (items.length > 0 ? undefined : openingLink(text)));
  return found.length > 1 && found.every(isObjectLink) ? found : undefined;
}

/** The links of the one column of a table that holds nothing else. */
function linkedRows({ rows }: TableBlock): Link[] | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (rows.length < 2 || rows.length > mostObjects || width > 4) return undefined;
  for (let at = 0; at < width; at += 1) {
    const found = rows.map(({ cells }) => {
      const link = openingLink(cells[at] ?? '');
      return link && plainText(cells[at] ?? '') === link.text ? link : undefined;
    });
    if (found.every(isObjectLink)) return found;
  }
  return undefined;
}

function openingLink(text: string): Link | undefined {
  const start = text.slice(0, 500);
  const [first] = links(start);
  return first && first.text !== '' && plainText(start).startsWith(first.text) ? first : undefined;
}

/**
 * What a section describes that types link to and that has nothing but sections with fields, where these are kinds of it: each is
 * an object of its own, and what the types link to is one of them. Else they are parts of one object, and the units are given back
 * as they came. Gives no diagnostics.
 */
export function withAlternatives(units: readonly EntityUnit[]): EntityUnit[] {
  const owned = groupBy(units, ({ loose }) => loose.owner);
  return [...owned].flatMap(([owner, group]) => (owner && areKinds(owner, group) ? apart(owner, group) : group));
}

/** Whether sections are kinds of what the one around them is about: by their titles, or by what they repeat of each other. */
function areKinds(owner: Section, group: readonly EntityUnit[]): boolean {
  const sections = groupBy(group, ({ loose }) => loose.section);
  if (sections.size < 2) return false;
  const noun = lastWord(owner.title.replace(/\s(?:objects?|types?|kinds?|structures?|models?|schemas?)$/i, ''));
  if ([...sections.keys()].every(({ title }) => title !== owner.title && lastWord(title) === noun)) return true;
  const rows = [...sections.values()].map(
    (list) => new Map(list.flatMap(({ tables }) => tables.flat()).map((row) => [row.name, row.description ?? ''])),
  );
  const [first = new Map<string, string>(), ...others] = rows;
  const shared = [...first.keys()].filter((name) => others.every((other) => other.has(name)));
  const isTold = owner.parts.some((part) => 'kind' in part && part.kind === 'prose' && saysOne.test(part.text));
  return isTold ? shared.length > 0 : shared.some((name) => differ(rows.map((row) => row.get(name) ?? '')));
}

function lastWord(title: string): string {
  const words = plainText(title)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return singular(words?.at(-1) ?? '');
}

/** Whether texts each name one value, and each another. */
function differ(texts: readonly string[]): boolean {
  const values = texts.map((text) => /^[^`"'\n]{0,60}[`"']([\w.:-]{1,80})[`"'][^`"'\n]{0,60}$/.exec(text)?.[1]);
  return values.every((value) => value !== undefined) && new Set(values).size === values.length;
}

function apart(owner: Section, group: readonly EntityUnit[]): EntityUnit[] {
  const [first] = group;
  if (!first) return [];
  const objects = group.map((unit): EntityUnit => {
    const { title, anchors } = unit.loose.section;
    return { ...unit, name: { ...unit.name, anchor: anchors[0] ?? '', title: plainText(title) } };
  });
  const { document } = first.name;
  const names = [...new Map(objects.map(({ name }) => [name.anchor, name])).values()];
  const alternatives = oneOfLinks(
    names.map(({ anchor, title }) => ({ text: title, target: `#${anchor}` })),
    document,
  );
  const parents = first.loose.parents.slice(0, first.loose.parents.indexOf(owner));
  const whole: EntityUnit = {
    name: first.name,
    loose: { section: owner, parents, blocks: [], isType: true },
    tables: [],
    ...(alternatives && { alternatives }),
  };
  return [whole, ...objects];
}
