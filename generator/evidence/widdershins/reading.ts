import type { Data } from '../../base/data.ts';
import { setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Block } from '../../pages/page.ts';
import type { Endpoint } from '../endpoints.ts';
import { printedData, startDescription, type PrintedDescription } from '../printed/printed-data.ts';
import { cutChapters, type Chapter } from './chapters.ts';
import { isListSchema, namedSchema, type PageSchemas } from './components.ts';
import { operationObject } from './operations.ts';
import { schemaReference } from './schemas.ts';
import { readRequirements, readSchemes, settleSchemes } from './security.ts';

/** Puts the description together that a page prints. `endpointOf` says which paragraphs are there to name an operation. */
export function readDescription(
  blocks: readonly Block[],
  document: string,
  endpointOf: (block: Block) => Endpoint | undefined,
): Data {
  const description = startDescription({ document, line: 1 });
  const chapters = cutChapters(blocks, endpointOf);
  const schemas = chapters.filter((chapter) => chapter.kind === 'schema');
  const anchors = new Map<string, string>();
  for (const { id = '' } of schemas) anchors.set(`schema${id.toLowerCase()}`, id);
  const lists = new Set(schemas.filter(isListSchema).map(({ id = '' }) => schemaReference(id).$ref));
  const pageOf = ({ blocks: own }: Chapter): PageSchemas => ({ description, anchors, lists, shown: shownNames(own) });
  addInfo(description, blocks);
  const requirements: JsonObject[] = [];
  for (const chapter of chapters) {
    if (chapter.kind !== 'operation' || !chapter.endpoint) continue;
    const operation = operationObject(chapter, pageOf(chapter));
    const security = chapter.blocks.map(requirementsOf).find((one) => one !== undefined);
    if (security) {
      requirements.push(...security);
      operation['security'] = security;
    }
    addOperation(description, chapter.endpoint, operation);
  }
  addComponents(description, schemas, pageOf, settleSchemes(readSchemes(blocks), requirements));
  return printedData(description);
}

/** The names that samples of JSON in a chapter show. */
function shownNames(blocks: readonly Block[]): ReadonlySet<string> {
  const samples = blocks.flatMap((block) => (block.kind === 'code' && block.language === 'json' ? [block.text] : []));
  return new Set(
    samples.flatMap((text) => [...text.matchAll(/"([^"\\\n]{1,100})"\s{0,3}:/g)].map(([, name = '']) => name)),
  );
}

function requirementsOf(block: Block): JsonObject[] | undefined {
  return block.kind === 'prose' ? readRequirements(block.text) : undefined;
}

function addOperation({ value }: PrintedDescription, { operation }: Endpoint, object: JsonObject): void {
  const paths = value['paths'] as JsonObject;
  const item = Object.hasOwn(paths, operation.path) ? (paths[operation.path] as JsonObject) : {};
  // a page may print an operation twice, once under each of its tags
  if (item[operation.method] === undefined) item[operation.method] = object;
  setOwn(paths, operation.path, item);
}

function addComponents(
  description: PrintedDescription,
  chapters: readonly Chapter[],
  pageOf: (chapter: Chapter) => PageSchemas,
  securitySchemes: JsonObject,
): void {
  const schemas: JsonObject = {};
  for (const chapter of chapters) setOwn(schemas, chapter.id ?? '', namedSchema(chapter, pageOf(chapter)));
  const components: JsonObject = {
    ...(Object.keys(schemas).length > 0 && { schemas }),
    ...(Object.keys(securitySchemes).length > 0 && { securitySchemes }),
  };
  if (Object.keys(components).length > 0) description.value['components'] = components;
}

/** Title and version of the first heading (`Pets v1.0.0`), and the servers that are listed. */
function addInfo({ value }: PrintedDescription, blocks: readonly Block[]): void {
  const heading = blocks.find((block) => block.kind === 'heading' && block.depth === 1);
  const [, title, version] = /^(.*?)(?: v?(\d\S*))?$/.exec(heading?.kind === 'heading' ? heading.text : '') ?? [];
  const info: JsonObject = { title: title || 'API', version: version ?? '0.0.0' };
  if (version === undefined) info['x-uncertain'] = ['no version is stated'];
  value['info'] = info;
  const at = blocks.findIndex((block) => block.kind === 'prose' && /^Base URLs:$/i.test(block.text.trim()));
  const list = blocks[at + 1];
  if (at === -1 || list?.kind !== 'prose' || list.form !== 'list') return;
  const urls = list.text.split('\n').flatMap((line) => /https?:\/\/[^\s"'<>)\]]+/.exec(line)?.[0] ?? []);
  if (urls.length > 0) value['servers'] = [...new Set(urls)].map((url): JsonValue => ({ url }));
}
