import { nameWords } from '../../base/names.ts';
import { singular } from '../../base/singular.ts';
import { leadingVerb } from '../../base/verbs.ts';
import type { Block } from '../../pages/page.ts';
import { blockEndpoint } from '../endpoints.ts';
import { headingRole, type HeadingRole } from './heading-roles.ts';

/**
 * What a title says of what stands below it, see `headingRole`; nothing where its words say what is done to what a path right behind it
 * is called: `List requests` over `GET /requests`, `Create a response` over `POST /boxes/{id}/responses`. `following` is what stands
 * behind it. Gives no diagnostics.
 */
export function titleRole(title: string, following: readonly (Block | undefined)[]): HeadingRole {
  const role = headingRole(title);
  return role.role !== 'other' && isActionTitle(title, following) ? { role: 'other', isPlain: false } : role;
}

function isActionTitle(title: string, following: readonly (Block | undefined)[]): boolean {
  if (title.length > 100) return false;
  const words = title.trim().replace(/:$/, '').split(/\s+/);
  if (words.length < 2 || leadingVerb(words) === undefined) return false;
  const thing = singular((words.at(-1) ?? '').toLowerCase());
  const end = following.findIndex((block) => block === undefined || block.kind === 'heading');
  const near = following.slice(0, end === -1 ? mostBetween : Math.min(end, mostBetween));
  return near.some((block) => block !== undefined && pathsOf(block).some((path) => lastWord(path) === thing));
}

/** A paragraph may stand between a heading and the endpoint. */
const mostBetween = 2;

/** The paths that a block names in whatever form. */
function pathsOf(block: Block): string[] {
  const endpoint = blockEndpoint(block)?.operation.path;
  if (endpoint !== undefined) return [endpoint];
  if (block.kind !== 'prose' && block.kind !== 'code') return [];
  return block.text.slice(0, 1000).match(/(?<=[\s"'`}]|^|[a-z\d])\/[\w{}:<>/.-]{2,200}/g) ?? [];
}

/** The last word of a path that is no parameter, in the singular. */
function lastWord(path: string): string {
  const name = path.split('/').findLast((part) => /^[A-Za-z][\w-]*$/.test(part)) ?? '';
  return singular((nameWords(name).at(-1) ?? '').toLowerCase());
}
