import type { ElementBlock, ProseBlock } from '../../pages/page.ts';

/** What an element that is told a status says of it (`<Status code="404">No such box.</Status>`), as an item of a list of such. Gives no diagnostics. */
export function statusItem({ attributes, children, location }: ElementBlock): ProseBlock | undefined {
  const stated = attributes['status'] ?? attributes['statusCode'] ?? attributes['code'] ?? '';
  const status = /^\{?([1-5]\d\d)\}?$/.exec(stated)?.[1];
  const [only] = children;
  if (status === undefined || children.length !== 1 || only?.kind !== 'prose') return undefined;
  const text = `${status}: ${only.text}`;
  return {
    kind: 'prose',
    form: 'list',
    text: `- ${text}`,
    items: [{ text, items: [], blocks: [], location }],
    location,
  };
}
