import { links } from './markup.ts';
import { isSection, type Section } from './outline.ts';
import type { NamedEndpoint } from './section-endpoints.ts';
import { tableEndpoints } from './table-endpoints.ts';

/**
 * The endpoints of tables whose rows link to the sections about them (`| [Add](#add) | POST /pets |`), by the anchor in lower
 * case. A row with several endpoints or anchors, and an anchor of several rows, says nothing. Gives no diagnostics.
 */
export function linkedEndpoints(root: Section): ReadonlyMap<string, NamedEndpoint> {
  const found = new Map<string, NamedEndpoint | undefined>();
  for (const section of allSections(root)) {
    for (const part of section.parts) {
      if (isSection(part) || part.kind !== 'table') continue;
      for (const { anchor, endpoint } of rowLinks(tableEndpoints(part) ?? []))
        found.set(anchor, found.has(anchor) ? undefined : endpoint);
    }
  }
  return new Map([...found].flatMap(([anchor, endpoint]) => (endpoint ? [[anchor, endpoint] as const] : [])));
}

function* allSections(root: Section): Iterable<Section> {
  const waiting = [root];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    yield section;
    waiting.push(...section.parts.filter(isSection));
  }
}

function rowLinks(endpoints: readonly NamedEndpoint[]): { anchor: string; endpoint: NamedEndpoint }[] {
  return endpoints.flatMap((endpoint) => {
    const { block } = endpoint;
    const cells = block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : [];
    const anchors = new Set(cells.flatMap(links).flatMap(({ target }) => /#([^#]{1,200})$/.exec(target)?.[1] ?? []));
    const isAlone = endpoints.filter((other) => other.block === block).length === 1;
    const [anchor] = anchors;
    return anchor !== undefined && anchors.size === 1 && isAlone ? [{ anchor: anchor.toLowerCase(), endpoint }] : [];
  });
}
