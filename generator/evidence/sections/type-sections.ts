import { leadingVerb } from '../../base/verbs.ts';
import type { Block } from '../../pages/page.ts';
import { nameKey, titleKeys } from './body-path.ts';
import { entityTitle } from './entity-titles.ts';
import { announcesParts } from './introduced-object.ts';
import { plainText } from './markup.ts';
import { isSection, type Section } from './outline.ts';

/** Whether a section among those of an operation describes an object with a name of its own: `Option structure`; what `Delete a model` says is done. */
export function describesEntity(section: Section): boolean {
  const { role, isPlain } = section.role;
  const named =
    /\S\s(?:(?:structures?|objects?|models?|schemas?|types|levels|flags|enum)|\((?:type|object|model|schema|structure)\))$/i;
  const isDone = leadingVerb(section.title.split(/\s+/, 3)) !== undefined;
  return !isPlain && role === 'other' && named.test(section.title) && !isDone;
}

/**
 * Whether a section is what the types of values link to (`types`: their anchors): it is about no operation. Outside of operations
 * (`isOutside`) it may be called what a part of one is: `Data`.
 */
export function isTypeOf(
  types: ReadonlySet<string>,
  { heading, title, role, anchors }: Section,
  isOutside = false,
): boolean {
  // `Note` is an object where types link to it, and so are `Order data` and `Properties`, which says of no call what is sent
  const isKind = role.role === 'other' || role.role === 'aside' || role.role === 'body' || !role.isPlain;
  // `The Result object` says that it is one
  const isCalled = /\S\s(?:objects?|models?|types?)$/i.test(title) && entityTitle(title) !== '';
  const isNamed =
    isKind ||
    isOutside ||
    isCalled ||
    /^(?:propert(?:y|ies)|attributes?|fields?|members?|results?|items?|records?|entries|rows?)$/i.test(title);
  return heading !== undefined && isNamed && anchors.some((anchor) => types.has(anchor.toLowerCase()));
}

/** What types link to (`types`) that has nothing but sections like this one below it: these only order its fields. */
export function ownerAbove(
  types: ReadonlySet<string>,
  section: Section,
  parents: readonly Section[],
): Section | undefined {
  if (isTypeOf(types, section) || describesEntity(section)) return undefined;
  const owner = parents.findLast(
    (one) => ((ordersFields(one) && isTypeOf(types, one)) || saysParts(one)) && !one.parts.some(isTableOrList),
  );
  return owner && !namesField(section, owner) ? owner : undefined;
}

/** Whether the first paragraph of a section says that the parts of what it is about follow: `All errors have these fields:`. */
export function saysParts({ heading, parts: [first] }: Section): boolean {
  return (
    heading !== undefined &&
    first !== undefined &&
    !isSection(first) &&
    first.kind === 'prose' &&
    first.items === undefined &&
    announcesParts(first.text)
  );
}

/** Whether a heading may stand above the fields of an object and order them: one that says `data` or `body` speaks of what is sent. */
function ordersFields({ role: { role, isPlain } }: Section): boolean {
  return role === 'other' || role === 'aside' || (/^(?:parameters|response)$/.test(role) && !isPlain);
}

/** Whether a section is called after a field that a section beside it lists: it describes that one alone. */
function namesField({ title }: Section, owner: Section): boolean {
  const keys = new Set(titleKeys(title));
  const blocks = owner.parts.flatMap((part) => (isSection(part) ? part.parts : []));
  return blocks.some((block) => {
    const names = !isSection(block) && block.kind === 'table' ? block.rows.map(({ cells }) => cells[0] ?? '') : [];
    return names.some((name) => keys.has(nameKey(plainText(name.slice(0, 100)))));
  });
}

/** Whether a part of a section is a table or a list, as fields stand in. */
export function isTableOrList(part: Block | Section): boolean {
  return !isSection(part) && (part.kind === 'table' || (part.kind === 'prose' && part.items !== undefined));
}
