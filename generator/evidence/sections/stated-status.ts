import type { Block, ListItem, ProseBlock } from '../../pages/page.ts';
import type { PartRole } from './heading-roles.ts';
import { isSection, type Section } from './outline.ts';

/** The status of what stands somewhere, and the role where that says it. */
export interface StatedState {
  readonly status?: string;
  readonly role?: PartRole;
}

const statedStatus =
  /^[\s*_]{0,4}(?:(?:http|status|response)\s{1,3})?(?:code|status)[\s*_]{0,4}:[\s*_`]{0,6}([1-5]\d\d)\b/i;

/** A line that is a status, with the media type of what follows at most: `` `201 Created` ``, `` `200` `text/csv` ``. */
const bareStatus =
  /^[\s*_`]{0,4}([1-5]\d\d)(?:\s[A-Za-z][A-Za-z '-]{1,40})?[\s*_`.:,–—-]{0,6}(?:(?:application|text|image|audio|video)\/[\w.+-]{1,60}[\s*_`.:]{0,4})?$/;

/** An item that begins with a status and goes on with what it means: `404 There is no such box`. */
const itemStatus = /^[*_`]{0,3}([1-5]\d\d)\b/;

/**
 * The status that a line within a response states for what follows it (`**Code** : 201 CREATED`), or the last of a list whose items
 * begin with one. Gives no diagnostics.
 */
export function stateOf({ text, items }: ProseBlock): StatedState {
  const status = (statedStatus.exec(text) ?? bareStatus.exec(text.slice(0, 100)))?.[1];
  const listed = items?.map((item) => itemStatus.exec(item.text)?.[1]) ?? [];
  const last = listed.includes(undefined) ? undefined : listed.at(-1);
  if (last !== undefined && isApart(items ?? []))
    return { role: /^[45]/.test(last) ? 'error' : 'response', status: last };
  return status === undefined ? {} : { status };
}

/** Whether the last item of a list has no list in it, and no other item on the line before it: what follows the list is then about it. */
function isApart(items: readonly ListItem[]): boolean {
  const [before, last] = items.length > 1 ? items.slice(-2) : [undefined, items[0]];
  const end = before?.location.endLine ?? before?.location.line ?? 0;
  return last?.items.length === 0 && (before === undefined || last.location.line > end + 1);
}

/** Whether what follows a list of statuses shows what the last of them answers with: code, or a table, behind a media type. */
export function showsBody(parts: readonly (Block | Section)[]): boolean {
  const [first, second] = parts;
  if (!first || isSection(first)) return false;
  if (first.kind !== 'prose') return first.kind === 'code' || first.kind === 'table';
  const isLabel =
    first.text.length <= 60 && /^[*_`]{0,3}[\w.+-]{1,30}\/[\w.+*-]{1,30}[*_`:]{0,4}$/.test(first.text.trim());
  return isLabel && second !== undefined && !isSection(second) && (second.kind === 'code' || second.kind === 'table');
}

/**
 * The status that an example shows whose heading stands beside that of the status, as each status of the section has one. Gives no
 * diagnostics.
 */
export function stateOfExample({ parts }: Section, part: Section): StatedState {
  if (!isExample(part) || parts.filter((one) => isSection(one) && isExample(one)).length < 2) return {};
  const before = parts[parts.indexOf(part) - 1];
  if (!before || !isSection(before) || before.role.status === undefined) return {};
  return { role: before.role.role, status: before.role.status };
}

function isExample({ role }: Section): boolean {
  return role.role === 'example' && role.isPlain && role.status === undefined;
}

/** Whether a text begins by saying that a status is returned: it speaks of the operation, whatever stands before it. Gives no diagnostics. */
export function statesStatus(text: string): boolean {
  return returnedCode.test(text);
}

/** Source of a pattern for words before a status that say that it is returned. */
export const returningWords: string = String.raw`^(?:returns?|(?:responds?|answers?|fails?)\swith|throws?|raises?)\s(?:an?\s)?(?:(?:http|status|error|code)\s){0,3}`;

const returnedCode = new RegExp(String.raw`${returningWords}\x60[1-5]\d\d\b`, 'i');
