import { looksLikeOpenApi } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import { isObject, own, ownObject, ownString, type JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { ElementBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { links } from './sections/markup.ts';

/** A file that a page says to hold the description of its operations, and where it says so. */
interface NamedDescription {
  readonly file: string;
  readonly location: Location;
}

/** A path or an address of a file that may hold a description. */
const filePath = /^[^\s"'<>]{1,300}\.(?:json|ya?ml)(?=$|[?#])/i;

/** Components, template tags and elements that show a description. */
const showsDescription = /open-?api|swagger|redoc|rapi-?doc|elements-api|api-?reference|scalar/i;

/** Attributes in which they name it. */
const sourceAttribute = /^(?::|v-bind:)?(?:src|spec|file|url|spec-?url|api-?description-?url|0)$/i;

/**
 * Reports descriptions that pages name for their operations, in front matter, in a component or tag, in the configuration
 * of the site or in a list of links for language models, and that are not among the documents: `evidence/absent-description`, once
 * for each, at the first place that names it.
 */
export function reportAbsentDescriptions(pages: readonly Page[], report: Report): void {
  const known = new Set(
    pages.flatMap(({ path, data }) => (data && looksLikeOpenApi(data.value) ? [baseName(path)] : [])),
  );
  const absent = new Map<string, NamedDescription[]>();
  for (const page of pages) {
    for (const named of namedDescriptions(page)) {
      const name = baseName(named.file);
      if (known.has(name) || (!/\./.test(name) && known.size > 0)) continue;
      const list = absent.get(name) ?? [];
      absent.set(name, list);
      list.push(named);
    }
  }
  for (const list of absent.values()) {
    const [first] = list;
    if (first) report.add('evidence/absent-description', first.location, { file: first.file, count: list.length });
  }
}

function baseName(path: string): string {
  return (path.split(/[?#]/, 1)[0] ?? '').split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
}

function namedDescriptions(page: Page): NamedDescription[] {
  if (page.data) return configured(page);
  const found = [...inFrontMatter(page)];
  for (const block of allBlocks(page.blocks)) if (block.kind === 'element') found.push(...inElement(block));
  if (/(?:^|\/)llms\.txt$/i.test(page.path)) found.push(...inLinkList(page));
  return found;
}

/** `openapi: file.json POST /x`, `openapi: file.yaml`, `api: { file: file.json, operationId: x }`. */
function inFrontMatter({ frontMatter: front }: Page): NamedDescription[] {
  const value = front?.value;
  const files = [
    ['openapi', ownString(value, 'openapi')],
    ['api', ownString(ownObject(value, 'api'), 'file')],
  ] as const;
  return files.flatMap(([key, text = '']) => {
    const [file = ''] = text.trim().split(/\s/, 1);
    return front && filePath.test(file) ? [{ file, location: front.locate(`/${key}`) }] : [];
  });
}

function inElement(block: ElementBlock): NamedDescription[] {
  if (!showsDescription.test(block.tag)) return [];
  const { document, line } = block.location;
  const file = Object.entries(block.attributes).find(
    ([name, value]) => sourceAttribute.test(name) && filePath.test(value),
  )?.[1];
  const name = /operation$/i.test(block.tag) ? block.attributes['spec'] : undefined;
  const named = file ?? name;
  return named === undefined || named === '' ? [] : [{ file: named, location: { document, line } }];
}

/** What the configuration of a site names: `openapi: file` or a list of them, alone or below `api`. */
function configured({ data }: Page): NamedDescription[] {
  if (!data || !isObject(data.value) || !('navigation' in data.value)) return [];
  const places: readonly (readonly [string, JsonValue | undefined])[] = [
    ['/openapi', own(data.value, 'openapi')],
    ['/api/openapi', own(ownObject(data.value, 'api'), 'openapi')],
  ];
  return places.flatMap(([pointer, value]) => {
    const source = isObject(value) ? own(value, 'source') : value;
    const files = [source].flat().filter((file) => typeof file === 'string');
    return files.flatMap((file) => (filePath.test(file) ? [{ file, location: data.locate(pointer) }] : []));
  });
}

/** Links of a list for language models (llms.txt) that lead to descriptions. */
function inLinkList({ text, path }: Page): NamedDescription[] {
  return text.split('\n').flatMap((line, index) =>
    links(line.slice(0, 1000)).flatMap(({ text: title, target }) => {
      const isOne = filePath.test(target) && showsDescription.test(`${title} ${target}`);
      return isOne ? [{ file: target, location: { document: path, line: index + 1 } }] : [];
    }),
  );
}
