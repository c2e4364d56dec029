import type { Block, TableBlock } from '../../pages/page.ts';
import { endpointOf, httpMethod, type Endpoint } from '../endpoints.ts';
import { tableColumns } from './columns.ts';
import { plainText } from './markup.ts';
import { rowScopes } from './scope-words.ts';
import { pathText, type NamedEndpoint } from './section-endpoints.ts';

type Row = TableBlock['rows'][number];

/**
 * The endpoints that a table lists: one column holds methods and another paths, or one holds both (`GET /x`), alone or in
 * parentheses behind a text; or one row holds the method and another the path; or each method has a column of marks. Undefined for other tables. Gives no diagnostics.
 */
export function tableEndpoints(table: TableBlock): NamedEndpoint[] | undefined {
  return listedEndpoints(table) ?? keyedEndpoint(table);
}

/** The one endpoint of a table whose first column says what the second holds: `| Method | POST |`, `| URL | /x |`. */
function keyedEndpoint(table: TableBlock): NamedEndpoint[] | undefined {
  if (table.header.length !== 2 || table.rows.length > mostKeys) return undefined;
  const pairs = [table.header, ...table.rows.map((row) => row.cells)];
  const header = pairs.map(([key = '']) => key);
  const cells = pairs.map(([, value = '']) => value);
  const { location } = table;
  const found = listedEndpoints({ ...table, header, rows: [{ cells, location }] });
  return found?.length === 1 ? found.map((one) => ({ ...one, block: table })) : undefined;
}

/** A table of more rows lists things. */
const mostKeys = 12;

function listedEndpoints(table: TableBlock): NamedEndpoint[] | undefined {
  const columns = tableColumns(table);
  const methodAt = columns.get('method');
  const urlAt = methodAt === undefined ? undefined : urlColumn(table);
  const apart =
    methodAt === undefined || urlAt === undefined
      ? []
      : table.rows.flatMap((row) => {
          const words = methodWords(plainText(row.cells[methodAt] ?? ''));
          const targets = (row.cells[urlAt] ?? '').split(/<br\s*\/?>/).flatMap((part) => pathText(part) ?? []);
          const endpoints = words.flatMap((word) => {
            const method = httpMethod(word);
            return method ? targets.flatMap((target) => endpointOf(method, target) ?? []) : [];
          });
          return named(table, row, endpoints, columns.get('description'));
        });
  const marked = apart.length > 0 ? apart : markedEndpoints(table);
  const found = marked.length > 0 ? marked : wholeEndpoints(table);
  return found.length > 0 ? found.map((one) => withMentions(one, found, columns.get('description'))) : undefined;
}

/**
 * An endpoint with the text of its row that may name parameters of its query: all of it where the row lists no other, else the
 * sentences that name its method.
 */
function withMentions(one: NamedEndpoint, all: readonly NamedEndpoint[], aboutAt: number | undefined): NamedEndpoint {
  const about = one.block.kind === 'table' ? (one.block.rows[0]?.cells[aboutAt ?? -1] ?? '') : '';
  if (!/`[^`]*=/.test(about) || about.length > 3000) return one;
  const isOnly = all.filter(({ block }) => block.location.line === one.block.location.line).length === 1;
  const said = isOnly ? [about] : about.split(/(?<=\.)\s+|<br\s*\/?>|<\/?p>/).filter((part) => namesOnly(part, one));
  return said.length === 0 ? one : { ...one, mentions: said.join('\n') };
}

/** Whether a sentence names the method of an endpoint, and no other. */
function namesOnly(text: string, { operation }: NamedEndpoint): boolean {
  const methods = new Set(text.match(/\b(?:GET|PUT|POST|DELETE|PATCH)(?=ing\b|\b)/g) ?? []);
  return methods.size === 1 && methods.has(operation.method.toUpperCase());
}

/** The words of a cell that may be methods: of a text, as `Browse, read, delete`, only those that are written as methods are. */
function methodWords(text: string): string[] {
  const words = text.split(/[\s,/|]+/).filter((word) => word !== '');
  const isText = words.some((word) => httpMethod(word) === undefined);
  return isText ? words.filter((word) => word === word.toUpperCase()) : words;
}

/** What a cell holds where it marks that something is so. */
const mark = /^(?:x|✓|✔|✔️|✅|☑|●|•|yes|y)$/iu;

/** What a cell holds where it says that something is not so. */
const unmarked = /^(?:[-–—✗✘❌✖\s]*|no|none|n\/?a|(?:not|error|invalid|unsupported|405)\b.*)$/iu;

/** The endpoints of a table that has a column for each method, with marks, or what it does, in the rows of the paths that know it. */
function markedEndpoints(table: TableBlock): NamedEndpoint[] {
  const methods = table.header.flatMap((cell, at) => {
    const method = httpMethod(plainText(cell));
    return method ? [{ method, at }] : [];
  });
  const urlAt = methods.length > 1 ? urlColumn(table) : undefined;
  if (urlAt === undefined) return [];
  return table.rows.flatMap((row) => {
    const targets = (row.cells[urlAt] ?? '').split(/<br\s*\/?>/).flatMap((part) => pathText(part.trim()) ?? []);
    const known = methods.filter(({ at }) => !unmarked.test(plainText(row.cells[at] ?? '')));
    return known.flatMap(({ method, at }) => {
      const endpoints = targets.flatMap((target) => endpointOf(method, target) ?? []);
      const isMark = mark.test(plainText(row.cells[at] ?? ''));
      return named(table, row, endpoints, isMark ? tableColumns(table).get('description') : at);
    });
  });
}

function urlColumn(table: TableBlock): number | undefined {
  const columns = tableColumns(table);
  const at = columns.get('url') ?? (columns.has('name') ? -1 : table.header.findIndex((cell) => cell.trim() === ''));
  return at === -1 ? undefined : at;
}

function named(
  table: TableBlock,
  row: Row,
  endpoints: readonly Endpoint[],
  aboutAt: number | undefined,
): NamedEndpoint[] {
  const about = row.cells[aboutAt ?? -1] ?? '';
  const block: Block = { kind: 'table', header: table.header, rows: [row], location: row.location };
  const text = plainText(about);
  const shown = shownBodies(table, row);
  const status = shownStatus(table, row);
  const scopes = rowScopes(table.header, row.cells);
  const name = rowName(table, row);
  const answer = shownModel(table, row);
  return endpoints.map((endpoint) => ({
    ...endpoint,
    block,
    ...(text !== '' && { text }),
    ...(name !== undefined && { name }),
    ...(shown !== '' && { shown }),
    ...(status !== undefined && { status }),
    ...(scopes.length > 0 && { scopes }),
    ...(answer !== undefined && { answer }),
  }));
}

/** What a row calls its operation in code, in a column of names: `BoxCreate`, `listBoxes`. */
function rowName({ header }: TableBlock, { cells }: Row): string | undefined {
  const at = header.findIndex((cell) => /^(?:name|operation(?: ?id| name)?|function|handler)$/i.test(plainText(cell)));
  const name = plainText(cells[at] ?? '');
  return /^[A-Za-z][a-z\d]{1,40}(?:[A-Z][A-Za-z\d]{0,40}){1,8}$/.test(name) ? name : undefined;
}

/** Columns of the objects that are answered with. */
const ofModels =
  /^(?:returns?|returned|(?:response|result|output|return)(?: (?:model|type|object|class|entity|schema))?)$/i;

/** The link to what a row says that it answers with, alone or as a list: `[Box](box.md)`, `Array of [Box](#box)`. */
function shownModel({ header }: TableBlock, { cells }: Row): string | undefined {
  const shown = header.flatMap((name, at) => {
    const text = (cells[at] ?? '').slice(0, 600).trim();
    const isLink = /^(?:(?:an? )?(?:array|list) of )?\[[^\][]{1,100}\]\([^()\s]{1,300}\)(?: objects?)?\.?$/i.test(text);
    return isLink && ofModels.test(plainText(name)) ? [text.replace(/\.$/, '')] : [];
  });
  return shown.length === 1 ? shown[0] : undefined;
}

/** Columns of bodies. */
const ofBodies =
  /^(?:(?:json )?(?:request|response)(?: (?:body|json|data|example))?|body|payload|returns?|result|output)$/i;

/** What a row shows of bodies in code, each behind the header of its column. */
function shownBodies({ header }: TableBlock, { cells }: Row): string {
  const shown = header.flatMap((name, at) => {
    const cell = cells[at] ?? '';
    if (!ofBodies.test(plainText(name)) || !/[{[]/.test(cell) || cell.length > 2000) return [];
    const label = /^(?:body|payload|(?:json )?request)/i.test(plainText(name)) ? 'body' : 'returns';
    return [`${label}: ${cell}`];
  });
  return shown.join('\n');
}

/** Columns of answers. */
const ofAnswers =
  /^(?:(?:http|success|response) )?(?:status|response|code)(?: codes?)?$|^(?:returns?|success|answer|result|produces)$/i;

/** The one status with which a row says that it answers: `204`, `201 Created`. */
function shownStatus({ header }: TableBlock, { cells }: Row): string | undefined {
  const shown = header.flatMap((name, at) => {
    const [, status] =
      /^([2-5]\d\d)(?: [A-Z][A-Za-z -]{1,30}| \(empty(?: body)?\)| application\/json)?(?:[,:;] \S.{0,500})?$/.exec(
        plainText((cells[at] ?? '').slice(0, 600)),
      ) ?? [];
    return status !== undefined && ofAnswers.test(plainText(name)) ? [status] : [];
  });
  return shown.length === 1 ? shown[0] : undefined;
}

/** Columns of what is no more, or is called otherwise now. */
const past = /\b(?:old|removed|deprecated|before|previous\w*|legacy|former\w*|from)\b/i;

/** The endpoints of the one column most of whose cells are some; where two are such, one tells what the other was. */
function wholeEndpoints(table: TableBlock): NamedEndpoint[] {
  const columns = table.header.map((header, at) => {
    const cells = table.rows.map((row) => (past.test(header) ? [] : cellEndpoints(row.cells[at] ?? '')));
    const count = cells.filter((found) => found.length > 0).length;
    return { at, cells, holdsThem: count > 0 && count * 2 >= cells.length };
  });
  const [only, ...others] = columns.filter(({ holdsThem }) => holdsThem);
  if (!only || others.length > 0) return [];
  const about = tableColumns(table).get('description');
  return table.rows.flatMap((row, index) =>
    named(table, row, only.cells[index] ?? [], about === only.at ? undefined : about),
  );
}

const endpoint = /^(GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH):?\s+((?:https?:\/\/|\/)\S{0,1000})$/;
const behind = /^[^()]{1,300}\((GET|PUT|POST|DELETE|DEL|OPTIONS|HEAD|PATCH)\s+(\/[^\s()]{0,500})\)\.?$/;

/** The endpoints that a cell holds and nothing else, or the one in parentheses at its end. */
function cellEndpoints(cell: string): Endpoint[] {
  if (cell.length > 2000) return [];
  const parts = cell.split(/<br\s*\/?>|,\s+(?=[`*]*[A-Z]{3,7}\s)/).filter((part) => part.trim() !== '');
  const read = parts.map((part): Endpoint | undefined => {
    const text = plainText(part);
    const [, word = '', target = ''] = endpoint.exec(text) ?? behind.exec(text) ?? [];
    const method = httpMethod(word);
    return method && endpointOf(method, target);
  });
  const found = read.filter((one) => one !== undefined);
  return found.length === read.length ? found : [];
}
