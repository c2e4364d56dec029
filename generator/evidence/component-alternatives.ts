import type { ElementBlock } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { writtenName } from './component-parameters.ts';
import { attributeText, componentRole, headingSection, placeAttributes } from './component-roles.ts';
import { statusOf } from './component-samples.ts';

/**
 * The names that fields of all tabs of an element have, where its tabs are forms of one body, of which a caller sends one: each has a
 * title of its own, that of no section and no status, and fields. Undefined for any other element. Gives no diagnostics.
 */
export function commonNames({ children }: ElementBlock): ReadonlySet<string> | undefined {
  const tabs = children.filter((child) => child.kind === 'element');
  if (tabs.length < 2 || tabs.length < children.length || !tabs.every(isForm)) return undefined;
  const [first = new Set<string>(), ...others] = tabs.map(fieldNames);
  const isFilled = [first, ...others].every((names) => names.size > 0);
  return isFilled ? new Set([...first].filter((name) => others.every((names) => names.has(name)))) : undefined;
}

function isForm(tab: ElementBlock): boolean {
  const title = attributeText(tab, 'title', 'label', 'name', 'value');
  if (title === undefined || !/tab|option|variant/i.test(tab.tag)) return false;
  return headingSection(title) === 'other' && statusOf(title) === undefined;
}

function fieldNames(tab: ElementBlock): Set<string> {
  const names = new Set<string>();
  for (const block of allBlocks(tab.children)) {
    if (block.kind !== 'element' || componentRole(block.tag) !== 'parameter') continue;
    const name = writtenName(block) ?? attributeText(block, ...placeAttributes);
    if (name !== undefined) names.add(name);
  }
  return names;
}
