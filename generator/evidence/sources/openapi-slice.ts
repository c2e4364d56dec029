import { isDataFailure, looksLikeOpenApi, parseData, type Data } from '../../base/data.ts';
import { reportLosses } from '../../base/data-losses.ts';
import type { Report } from '../../base/diagnostic.ts';
import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../../base/json.ts';
import { startOfYaml } from '../../base/trim.ts';
import type { Block, CodeBlock, HeadingBlock, Page, ProseBlock } from '../../pages/page.ts';
import { allBlocks, blocksLocation, excerpt, proseText } from '../blocks.ts';
import { httpMethod } from '../endpoints.ts';
import type { Evidence, OperationName, Source } from '../evidence.ts';
import { isDigest, readDigest } from '../printed/digest.ts';
import { parameterComponents } from './parameter-components.ts';

/** A fenced block that is, or claims to be, a slice of an OpenAPI description. */
interface Slice {
  readonly block: CodeBlock;
  readonly file?: string;
  readonly operation?: OperationName;
  /** The text of the page between the slice before and this one. */
  readonly front: readonly Block[];
}

/**
 * Markdown pages that carry a slice of an OpenAPI description in a fence, whose info string may name the file it was
 * cut from, the method and the path, or a digest of one operation. The slice is the evidence; the text before it adds only
 * what the slice lacks.
 * A slice that does not parse gives `pages/syntax` at its faulty line.
 */
export const openApiSlice: Source = {
  name: 'openapi-slice',
  sniff(page) {
    return findSlices(page).length > 0
      ? { score: 1, reason: 'a fence holds an OpenAPI description' }
      : { score: 0, reason: 'no fence with an OpenAPI description' };
  },
  read(page, report) {
    const slices = findSlices(page);
    const found = slices.flatMap((slice) => readSlice(slice, page, report));
    const beside = besideSlices(page, slices, found, report);
    const isWhole = beside.length === 0 && found.every(({ fact }) => fact.kind !== 'security');
    return isWhole ? found : [...found.map(asPartial), ...beside];
  },
};

/** What components beside the one slice of a page state of its operation. */
function besideSlices(page: Page, slices: readonly Slice[], found: readonly Evidence[], report: Report): Evidence[] {
  const [slice] = slices;
  const spec = found.flatMap(({ fact }) => (fact.kind === 'spec' ? [fact.data] : []))[0];
  if (!slice || slices.length > 1 || !spec || parameterComponents.sniff(page).score < 1) return [];
  const operation = slice.operation ?? onlyOperation(spec);
  if (!operation) return [];
  const text = `\`${operation.method.toUpperCase()} ${operation.path}\``;
  const blocks = page.blocks.map((block): Block => {
    return block === slice.block ? { kind: 'prose', form: 'paragraph', text, location: block.location } : block;
  });
  const [status, ...others] = successes(spec, operation);
  return parameterComponents.read({ ...page, blocks }, report).map((one): Evidence => {
    const { subject } = one;
    const isOpen = subject.kind === 'response' && subject.status === undefined && status && others.length === 0;
    return isOpen ? { ...one, subject: { ...subject, status } } : one;
  });
}

function asPartial(one: Evidence): Evidence {
  return one.fact.kind === 'spec' ? { ...one, fact: { ...one.fact, isPartial: true } } : one;
}

/** The statuses of success that a description has for an operation. */
function successes({ value }: Data, { method, path }: OperationName): string[] {
  const responses = ownObject(ownObject(ownObject(ownObject(value, 'paths'), path), method), 'responses');
  return Object.keys(responses ?? {}).filter((status) => status.startsWith('2'));
}

function findSlices(page: Page): Slice[] {
  const slices: Slice[] = [];
  let front: Block[] = [];
  for (const block of allBlocks(page.blocks)) {
    const slice = block.kind === 'code' ? sliceOf(block, front) : undefined;
    if (slice) {
      slices.push(slice);
      front = [];
    } else {
      front.push(block);
    }
  }
  return slices;
}

function sliceOf(block: CodeBlock, front: readonly Block[]): Slice | undefined {
  if (!/^(?:ya?ml|json[c5]?|openapi|swagger|)$/.test(block.language ?? '')) return undefined;
  const info = sliceInfo(block.info);
  const named = info.file !== undefined && info.operation !== undefined;
  const start = block.text.slice(startOfYaml(block.text));
  // a version follows; what has other values is a sample of something that is called so
  const marked =
    /^(?:\{\s*)?["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/.test(start) || /^paths:[ \t]*\n[ \t]+path:/.test(start);
  return named || marked ? { block, front, ...info } : undefined;
}

/** Reads `file method path`, each of which may be missing. */
function sliceInfo(info: string): Pick<Slice, 'file' | 'operation'> {
  const match = /^(?:(\S+)\s+)?([A-Za-z]+)\s+(\/\S*)$/.exec(info.trim());
  const method = httpMethod(match?.[2] ?? '');
  const path = match?.[3];
  const file = match && method ? match[1] : /^\S+\.(?:ya?ml|json)\b/i.exec(info.trim())?.[0];
  return {
    ...(file !== undefined && { file }),
    ...(method && path !== undefined && { operation: { method, path } }),
  };
}

function readSlice(slice: Slice, page: Page, report: Report): Evidence[] {
  const { block, file } = slice;
  const data = parseData(block.text, { document: page.path, firstLine: block.textLine });
  if (isDataFailure(data)) {
    const format = /^\s*[[{]/.test(block.text) ? 'JSON' : 'YAML';
    report.add('pages/syntax', data.location, { format, reason: data.reason });
    return [];
  }
  const digested = isDigest(data.value);
  if (!digested && !looksLikeOpenApi(data.value)) {
    report.add('evidence/unread', block.location, { text: excerpt(block) });
    return [];
  }
  reportLosses(data, report);
  const cut = { uri: page.uri, ...(file !== undefined && { file }) };
  // the components of a digest are not always what the description has under their names: each is one for itself
  const fact = digested
    ? ({ kind: 'spec', data: readDigest(data), ...cut } as const)
    : ({ kind: 'spec', data, isSlice: true, ...cut } as const);
  const spec: Evidence = {
    subject: { kind: 'api' },
    fact,
    location: block.location,
    method: 'spec',
    confidence: 'high',
  };
  return [spec, ...frontEvidence(slice, fact.data)];
}

/** Summary and description from the text before the slice, where the slice's operation has none. */
function frontEvidence(slice: Slice, data: Data): Evidence[] {
  const operation = slice.operation ?? onlyOperation(data);
  if (!operation) return [];
  const described = ownObject(ownObject(ownObject(data.value, 'paths'), operation.path), operation.method);
  if (!described) return [];
  const subject = { kind: 'operation', operation } as const;
  const found: Evidence[] = [];
  const title = slice.front.find((block): block is HeadingBlock => block.kind === 'heading');
  if (title && isEmpty(ownString(described, 'summary'))) {
    const fact = { kind: 'summary', text: title.text } as const;
    found.push({ subject, fact, location: title.location, method: 'prose', confidence: 'medium' });
  }
  found.push(...headerCredential(described, operation, data));
  const calls = slice.front.flatMap((block) => shownCall(block, operation.method) ?? []);
  const origin = calls
    .map(({ url }) => /^(https?:\/\/[^/]+(?:\/.*)?)$/.exec(url)?.[1] ?? '')
    .find((url) => url.endsWith(operation.path));
  const server = origin?.slice(0, -operation.path.length) ?? '';
  const [place] = calls;
  if (place && server !== '' && own(data.value, 'servers') === undefined) {
    const fact = { kind: 'server', url: server } as const;
    found.push({
      subject: { kind: 'api' },
      fact,
      location: place.block.location,
      method: 'prose',
      confidence: 'medium',
    });
  }
  const prose = introduction(slice.front).filter(
    (block) => !calls.some((call) => call.block === block) && !onlyLink.test(block.text),
  );
  const location = blocksLocation(prose);
  if (location && isEmpty(ownString(described, 'description'))) {
    const fact = { kind: 'description', text: proseText(prose) } as const;
    found.push({ subject, fact, location, method: 'prose', confidence: 'medium' });
  }
  return found;
}

/**
 * The authentication that an operation has as a header among its parameters, where the description has none: as a parameter it means
 * nothing (OAS 3.1, section 4.8.12.1).
 */
function headerCredential(described: JsonValue, operation: OperationName, data: Data): Evidence[] {
  if (own(described, 'security') !== undefined || own(data.value, 'security') !== undefined) return [];
  const header = (ownArray(described, 'parameters') ?? []).find(
    (one) => ownString(one, 'in') === 'header' && /^authorization$/i.test(ownString(one, 'name') ?? ''),
  );
  const text = [ownString(header, 'description'), ownString(ownObject(header, 'schema'), 'description')].join(' ');
  const scheme = /\b(bearer|basic)\b/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== 'bearer' && scheme !== 'basic') return [];
  const fact = { kind: 'security', security: { type: 'http', scheme } } as const;
  const location = data.locate('');
  return [{ subject: { kind: 'operation', operation }, fact, location, method: 'spec', confidence: 'high' }];
}

/** A line that only leads to the page itself: `Reference: https://docs.example/x`. */
const onlyLink = /^\s{0,9}(?:Reference|Source|See|Link)\s?:\s{0,9}\S{1,500}\s{0,9}$/i;

/** The call that a paragraph shows in place of a description: method and URL, and headers in the lines below. */
function shownCall(block: Block, method: string): { readonly block: Block; readonly url: string } | undefined {
  if (block.kind !== 'prose' || block.form !== 'paragraph' || block.text.length > 2000) return undefined;
  const [first = '', ...rest] = block.text.split('\n');
  const [, verb = '', url = ''] =
    /^\s{0,9}[`*]{0,3}([A-Z]{3,7})[`*]{0,3}\s{1,5}[`*]{0,3}(https?:\/\/[^\s`*]+|\/[^\s`*]*)[`*]{0,3}\s*$/.exec(first) ??
    [];
  const isCall = httpMethod(verb) === method && rest.every((line) => /^[A-Za-z][\w-]{1,60}:\s/.test(line));
  return isCall ? { block, url } : undefined;
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** The prose under the first heading, without notes that lead to other pages. */
function introduction(front: readonly Block[]): ProseBlock[] {
  const title = front.findIndex((block) => block.kind === 'heading');
  const rest = front.slice(title + 1);
  const end = rest.findIndex((block) => block.kind === 'heading');
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .filter((block): block is ProseBlock => block.kind === 'prose' && !isNavigation(block));
}

function isNavigation(block: ProseBlock): boolean {
  return /\bllms(?:-full)?\.txt\b|^#* *documentation index\b/i.test(block.text);
}

function onlyOperation(data: Data): OperationName | undefined {
  const operations = Object.entries(ownObject(data.value, 'paths') ?? {}).flatMap(([path, item]) =>
    Object.keys(isObject(item) ? item : {}).flatMap((key) => {
      const method = httpMethod(key);
      return method && isObject(own(item, key)) ? [{ method, path }] : [];
    }),
  );
  return operations.length === 1 ? operations[0] : undefined;
}
