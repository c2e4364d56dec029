import type { PartRole } from './heading-roles.ts';
import { introducedRole } from './introductions.ts';
import type { Section } from './outline.ts';
import type { Part } from './units.ts';

/** What the list or table before was about, and in which section it stands. */
export interface LastPart {
  section?: Section;
  role?: PartRole;
  status?: string | undefined;
}

/** A line that goes on with the list before it: `Pings additionally include:`. */
const continues = /\b(?:also|additionally|further(?:more)?|in addition)\b.{0,60}:\s*$/i;

/** A line that says that what follows is of the response, under whatever heading. */
const answers =
  /\b(?:response|result|answer|reply)s?(?:\s+(?:body|object|data|json|payload))?\s+(?:(?:also|additionally)\s+)?(?:includes?|contains?|has|have|consists?|returns?)\b.{0,80}:\s*$/i;

/** As above, where the words come behind: `Returns a box with the following response fields:`. */
const answersThese =
  /\b(?:following|these)\s+(?:response|result|answer|returned)\s+(?:attributes?|fields?|properties|parameters?|values?|body)\b.{0,80}:\s*$|^\W{0,5}(?:(?:on success|if successful),?\s+)?(?:it\s+)?returns?\b.{0,150}\b(?:following|these)\s+(?:(?:additional|extra|more|further|other)\s+)?(?:attributes?|fields?|properties|values?)\b.{0,60}:\s*$/i;

const sentApart: ReadonlySet<PartRole> = new Set(['path', 'query', 'header', 'cookie', 'body']);

/**
 * The role of a list or table: its headings' word, made finer by the line before it (`intro`), which may lead away from them.
 * Notes it in `last`, for a list that goes on with this one. Gives no diagnostics.
 */
export function effectiveRole(last: LastPart, part: Part, intro: string): PartRole {
  const { role, section } = part;
  const line = intro.slice(-300);
  const again = continues.test(line) && last.section === section ? last.role : undefined;
  const isUndecided = role === 'other' || role === 'parameters' || role === 'request' || role === 'example';
  const isAnswer = answers.test(line) || answersThese.test(line);
  const stated = isAnswer && role !== 'aside' && role !== 'error' ? 'response' : undefined;
  // a line that serves as a heading says nothing of what another line announces
  const isLine = section.heading === undefined && section.title !== '';
  const introduced = isLine && sentApart.has(role) ? introducedRole(intro) : undefined;
  const other = introduced !== undefined && sentApart.has(introduced) ? introduced : undefined;
  const isOfHeaders =
    (role === 'response' || role === 'error') && introducedRole(intro) === 'aside' ? 'aside' : undefined;
  const decided = isOfHeaders ?? again ?? stated ?? other ?? (isUndecided ? (introducedRole(intro) ?? role) : role);
  last.section = section;
  last.role = decided;
  last.status = part.status;
  return decided;
}
