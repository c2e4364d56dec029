import { namesThing, leadingVerb } from '../base/verbs.ts';
import { ownString } from '../base/json.ts';
import { folderOf, type Location } from '../base/location.ts';
import type { Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';

/**
 * What pages of a site are that are no reference: `history` tells of what was or will be otherwise (changes, deprecations, migration),
 * `general` of what holds for all operations (paging, errors, versions), `guide` leads through or is about other things (tutorials,
 * command lines, configuration), `receiver` is about calls that the API makes (webhooks).
 */
export type PageKind = 'history' | 'general' | 'guide' | 'receiver';

/** What kind of page stands at a place; undefined for references, and for pages of which nothing tells. */
export type KindAt = (location: Location) => PageKind | undefined;

const rows: readonly (readonly [kind: PageKind, title: RegExp])[] = [
  [
    'history',
    /^(?:(?:[\w.&-]{1,20}\s){0,3}(?:change\s?log|release\snotes|version\shistory|revision\shistory|breaking\schanges|deprecations|deprecated\s(?:endpoints|features|apis?)|(?:migration|upgrad(?:e|ing))\s(?:guide|notes?))|what(?:['’]?s|\sis)\snew\b.{0,60}|(?:migrat(?:e|ing|ion)|upgrad(?:e|ing)|mov(?:e|ing))\s(?:[\w.]{1,20}\s){0,4}?(?:from|to)\s(?:[\w.-]{1,20}\s){0,2}?(?:version\s)?v?\d[\w.]{0,12}\b.{0,60}|(?:[\w.&-]{1,20}\s){0,2}version\s\d+(?:\.\d+){1,3})$/i,
  ],
  [
    'general',
    /^(?:(?:(?:api|rest|http|common|using\sthe|about\sthe)\s){0,2}(?:pagination|paging|paginated\sresults|errors?(?:\s(?:codes?|handling|responses?|messages?|format|reference))?|rate\s?limit(?:s|ing)?|throttling|quotas?|limits|versions?|versioning|idempoten(?:cy|t\srequests?)|conventions|status\scodes?|filtering|sorting|expanding(?:\s(?:objects|responses))?|request\sids?|overview|introduction|intro|welcome|requests?|responses?|data\stypes|content\stypes)(?:\sand\s[\w-]{1,20})?)$/i,
  ],
  [
    'guide',
    /^(?:(?:(?:[\w-]{1,20}\s){0,2}tutorials?|how\sto|guide|walk-?through|recipe|example)\s?:.{1,100}|(?:(?:api|rest|http|curl|code|[\w.-]{1,20})\s){0,2}(?:tutorials?|quick\s?-?starts?(?:\sguide)?|examples|sdks?|cli|walk-?through|cookbook|recipes|faqs?|glossary|troubleshooting|deployment|installation|configuration|client\slibraries)|getting\sstarted\b.{0,60}|get\sstarted\b.{0,60}|first\ssteps|your\sfirst\b.{0,60}|how\sto\s.{1,80}|quick\s?-?starts?\b.{0,60}|frequently\sasked\squestions|(?:deploy(?:ing)?|install(?:ing)?|configur(?:e|ing)|run(?:ning)?|self-hosting)\s(?:[\w./-]{1,20}\s){0,3}?(?:with|on|behind|in|using|for)\s.{1,60}|(?:(?:api|rest|http|web)\s){0,3}(?:authenticat(?:ion|ing)|authori[sz]ation|reference|documentation|docs|api|guides?))$/i,
  ],
  [
    'receiver',
    /^(?:(?:[\w.-]{1,20}\s){0,3}(?:webhooks?|callbacks)(?:\s(?:events?|overview|guide|payloads?|receivers?|notifiers?|notifications?))?|(?:webhook|event)\s(?:types|payloads?|reference|notifications?)|types\sof\sevents)$/i,
  ],
];

/** Folders and files whose names say the same. */
const files: readonly (readonly [kind: PageKind, path: RegExp])[] = [
  [
    'history',
    /(?:^|\/)(?:change-?log|release-?notes|whats-?new|breaking-?changes|deprecations|migration-guides?|upgrade-guides?)(?:\/|\.\w+$)/i,
  ],
  [
    'guide',
    /(?:^|\/)(?:tutorials?|how-?tos?|quick-?starts?|getting-?started|cli|commands|sdks?|configuration|deployment|install(?:ation)?|faq|glossary|troubleshooting)(?:\/|\.\w+$)/i,
  ],
];

/** What kind of page stands at a place; undefined for references, and for pages of which nothing tells. Gives no diagnostics. */
export function pageKinds(pages: readonly Page[]): KindAt {
  const folder = commonFolder(pages);
  const parts = new Map<string, Part[]>();
  for (const page of pages) {
    const list = parts.get(page.path) ?? [];
    parts.set(page.path, list);
    list.push({ line: page.blocks[0]?.location.line ?? 1, kind: kindOf(page, page.path.slice(folder.length)) });
  }
  return ({ document, line }) => partAt(parts.get(document) ?? [], line)?.kind;
}

/** A page within a document, from its first line on. */
interface Part {
  readonly line: number;
  readonly kind: PageKind | undefined;
}

/** The last part that begins on a line or before it; front matter stands before the first. */
function partAt(parts: readonly Part[], line: number): Part | undefined {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.line ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}

/** The folder that all pages stand in: what it is called says nothing of them. */
function commonFolder(pages: readonly Page[]): string {
  let folder = folderOf(pages[0]?.path ?? '');
  for (const { path } of pages) while (!path.startsWith(folder)) folder = folderOf(folder.slice(0, -1));
  return folder;
}

function kindOf(page: Page, path: string): PageKind | undefined {
  if (page.format !== 'markdown') return undefined;
  const title = titleOf(page);
  const byTitle = rows.find(([, words]) => words.test(title))?.[0];
  const kind = byTitle ?? files.find(([, names]) => names.test(path))?.[0];
  if ((byTitle === 'history' || byTitle === 'receiver') && isOperationTitle(title)) return undefined;
  return (kind === 'general' || kind === 'guide') && namesResource(title, page.text) ? undefined : kind;
}

/** Whether a title says what an operation does with what the API holds: `Create changelog`, `List webhooks`. */
function isOperationTitle(title: string): boolean {
  const [first = '', next = ''] = title.split(' ');
  const verb = /^(?:migrat|mov|upgrad)/i.test(first) ? undefined : leadingVerb([first, next]);
  return verb !== undefined && next !== '' && !namesThing(verb);
}

/** Whether a page calls paths with the last word of its title in them: `Versions` of `/boxes/{id}/versions` are what the API holds. */
function namesResource(title: string, text: string): boolean {
  const stem = /([a-z]{3,30}?)s?$/i.exec(title)?.[1]?.toLowerCase();
  if (stem === undefined || /^(?:api|rest|doc|guide|reference)$/.test(stem)) return false;
  const calls = text
    .toLowerCase()
    .matchAll(/(?:\b(?:get|put|post|delete|patch)\b[^\w/\n]{1,8}|https?:\/\/[^\s"'`/]{1,200})(\/[^\s"'`?|)]{1,300})/g);
  for (const [, path = ''] of calls)
    if (path.split('/').some((part) => part === stem || part === `${stem}s`)) return true;
  return false;
}

function titleOf({ frontMatter, blocks }: Page): string {
  const named = frontMatter && (ownString(frontMatter.value, 'title') ?? ownString(frontMatter.value, 'page_title'));
  if (named !== undefined && named.trim() !== '') return plain(named);
  for (const block of allBlocks(blocks)) if (block.kind === 'heading') return plain(block.text);
  return '';
}

/** A title without marks, and without what a site adds behind it: `Listeners - Configuration`. */
function plain(title: string): string {
  return title
    .slice(0, 200)
    .replaceAll(/[`*_#{}]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\s[-–—|]\s[^-–—|]{1,40}$/, '')
    .trim();
}
