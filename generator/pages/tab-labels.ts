import type { Block } from './page.ts';

/** Attributes of a group of tabs that list their labels. */
const listing = /^:?(?:items|labels|titles|tabs|names)$/;

const label = /["'`]([^"'`]*)["'`]/g;

/**
 * The children of a group of tabs that lists their labels itself (`<Tabs items={['curl', 'Python']}>`), each with its own as
 * attribute `label`. As they are where there are more or fewer labels than tabs. Gives no diagnostics.
 */
export function withTabLabels(attributes: Readonly<Record<string, string>>, children: readonly Block[]): Block[] {
  const list = Object.entries(attributes).find(([name, value]) => listing.test(name) && lists(value))?.[1];
  const labels = [...(list ?? '').matchAll(label)].map((match) => match[1] ?? '');
  const tabs = children.filter((child) => child.kind === 'element');
  if (labels.length === 0 || labels.length !== tabs.length) return [...children];
  return children.map((child) => {
    const own = labels[tabs.indexOf(child as (typeof tabs)[number])];
    if (child.kind !== 'element' || own === undefined || child.attributes['label'] !== undefined) return child;
    return { ...child, attributes: { ...child.attributes, label: own } };
  });
}

/** Whether a value lists texts and nothing else. */
function lists(value: string): boolean {
  return /^\{?\s*\[[^{}[\]]*\]\s*\}?$/.test(value.slice(0, 2000));
}
