import type { OperationName } from '../evidence.ts';
import { matchPath, pathTemplate } from '../request-url.ts';
import { readFieldList } from './bullets.ts';
import { describesFields, tableColumns } from './columns.ts';
import { tableFields } from './table-rows.ts';
import type { Part } from './units.ts';

/** A segment that can be no word of a path but the id of something: with a digit in it, and no version. */
const idSegment = /^(?!v\d{1,3}(?:\.\d{1,3}){0,2}$)(?=[^\d/]{0,40}\d)[\w-]{1,64}$/i;

/**
 * The operation that a sample calls with ids in its path, as the parameters of the path that its parts describe name them:
 * `/boxes/8f14/lids` with a table of the path's `box_id` is `/boxes/{box_id}/lids`. As it is where they are not as many as the
 * segments that look like ids.
 */
function withNamedIds(operation: OperationName, parts: readonly Part[]): OperationName {
  if (operation.path.includes('{')) return operation;
  const names = [...new Set(parts.filter(({ role }) => role === 'path').flatMap(namesIn))];
  const segments = operation.path.split('/');
  const ids = segments.filter((segment) => idSegment.test(segment));
  if (names.length === 0 || names.length !== ids.length) return operation;
  const left = [...names];
  const path = segments.map((segment) => (idSegment.test(segment) ? `{${left.shift() ?? ''}}` : segment)).join('/');
  return { ...operation, path };
}

/**
 * The operation that a sample calls, by the template that a line between its parts shows alone (`` `/boxes/{box_id}` ``), else as
 * `withNamedIds` names what looks like an id. Gives no diagnostics.
 */
export function withTemplate(operation: OperationName, parts: readonly Part[]): OperationName {
  const templates = parts.flatMap(({ block }) => {
    const path = block.kind === 'prose' && block.text.length < 300 ? templateLine(block.text) : undefined;
    return path !== undefined && matchPath(path, operation.path) ? [path] : [];
  });
  const [path] = templates;
  return path === undefined ? withNamedIds(operation, parts) : { ...operation, path };
}

/** The template of a path that a line is, in code or bold, and nothing else; undefined for any other. */
function templateLine(text: string): string | undefined {
  const path = /^[*_`]{1,5}(\/[^\s`*]{0,300}\{[^\s`*]{1,300})[*_`]{1,5}:?$/.exec(text.trim())?.[1];
  return path === undefined || /[?#]/.test(path) ? undefined : pathTemplate(path);
}

function namesIn({ block }: Part): string[] {
  if (block.kind === 'prose')
    return (readFieldList(block.items ?? [], { announced: true }) ?? []).map(({ name }) => name);
  const columns = block.kind === 'table' ? tableColumns(block) : undefined;
  if (block.kind !== 'table' || !columns || !describesFields(columns)) return [];
  return tableFields(block, columns).fields.map(({ name }) => name);
}
