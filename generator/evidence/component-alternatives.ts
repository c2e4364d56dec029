import type { Block, ElementBlock } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { writtenName, writtenType } from './component-parameters.ts';
import { isFold } from './component-places.ts';
import { attributeText, componentRole, headingSection, placeAttributes } from './component-roles.ts';
import { statusOf } from './status-words.ts';
import type { BodyForm, Evidence, Step } from './evidence.ts';

/**
 * The tabs of an element that are forms of one body, of which a caller sends one: each has a title of its own, that of no section and
 * no status, and fields. None for any other element. Gives no diagnostics.
 */
export function formTabs({ children }: ElementBlock): readonly ElementBlock[] {
  const tabs = children.filter((child) => child.kind === 'element');
  const areAll = tabs.length > 1 && tabs.length === children.length && tabs.every(isForm);
  return areAll && tabs.every(hasFields) ? tabs : [];
}

/**
 * The folds in a field that are forms of one value, of which a caller sends one: each has a title of its own and fields, and some field
 * stands in more than one of them. None where they are parts of it. Gives no diagnostics.
 */
export function alternativeFolds(blocks: readonly Block[]): readonly ElementBlock[] {
  const folds = blocks.filter((block): block is ElementBlock => {
    const title = block.kind === 'element' && isFold(block) ? tabTitle(block) : undefined;
    return block.kind === 'element' && title !== undefined && headingSection(title) === 'other' && hasFields(block);
  });
  const names = folds.map(({ children }) => new Set(children.flatMap(fieldName)));
  const isShared = names.some((own, at) =>
    names.some((other, index) => index > at && [...own].some((name) => other.has(name))),
  );
  return folds.length > 1 && isShared ? folds : [];
}

/**
 * The values of what is one of some (`type="enum"`), where they stand in it as fields would, each with nothing but its name and what it
 * means. Undefined where anything else stands there. Gives no diagnostics.
 */
export function fieldValues(words: string, blocks: readonly Block[]): readonly string[] | undefined {
  if (!/^\W{0,3}enum\b/i.test(words)) return undefined;
  const fields = blocks.flatMap((block) => (block.kind === 'element' && isFold(block) ? block.children : [block]));
  const values = fields.flatMap((field) => (field.kind === 'element' && !holdsMore(field) ? fieldName(field) : []));
  return values.length > 1 && values.length === fields.length ? values : undefined;
}

function holdsMore(field: ElementBlock): boolean {
  return writtenType(field) !== undefined || field.children.some((child) => child.kind !== 'prose');
}

function fieldName(block: Block): string[] {
  const isField = block.kind === 'element' && componentRole(block.tag) === 'parameter';
  const name = isField ? (writtenName(block) ?? attributeText(block, ...placeAttributes)) : undefined;
  return name === undefined ? [] : [name];
}

/** Notes of the evidence from `start` on which form of a body, or of its part at `path`, it is about: that in a tab. Gives no diagnostics. */
export function setForm(evidence: Evidence[], start: number, tab: ElementBlock, path: readonly Step[]): void {
  const labels = [tabTitle(tab) ?? ''];
  const form: BodyForm = { document: tab.location.document, path, labels, isTab: true };
  const own = evidence.splice(start).map((one) => ({ ...one, form: one.form ?? form }));
  evidence.push(...own);
}

/** Titles of tabs that say in which form a body is sent. */
const formsByTitle: readonly (readonly [RegExp, string])[] = [
  [/^(?:as )?(?:application\/)?json(?: body)?$/i, 'application/json'],
  [/^(?:as )?(?:multipart\b|form[- ]?data\b|form\b.{0,30}\b(?:file|upload)s?\b)/i, 'multipart/form-data'],
  [
    /^(?:as )?(?:application\/)?(?:x-www-form-urlencoded|url-?encoded(?: form)?)$/i,
    'application/x-www-form-urlencoded',
  ],
];

/** The media type of the body that the title of a tab with fields says; undefined for any other tab. Gives no diagnostics. */
export function tabMediaType(tab: ElementBlock): string | undefined {
  const title = tabTitle(tab) ?? '';
  return formsByTitle.find(([form]) => form.test(title.trim()))?.[1];
}

function tabTitle(tab: ElementBlock): string | undefined {
  return attributeText(tab, 'title', 'label', 'name', 'value');
}

function isForm(tab: ElementBlock): boolean {
  const title = tabTitle(tab);
  if (title === undefined || !/tab|option|variant/i.test(tab.tag)) return false;
  return headingSection(title) === 'other' && statusOf(title) === undefined;
}

function hasFields(tab: ElementBlock): boolean {
  return allBlocks(tab.children).some((block) => {
    if (block.kind === 'table') return true;
    if (block.kind !== 'element' || componentRole(block.tag) !== 'parameter') return false;
    return writtenName(block) !== undefined || attributeText(block, ...placeAttributes) !== undefined;
  });
}
