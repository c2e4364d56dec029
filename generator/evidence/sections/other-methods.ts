import type { Report } from '../../base/diagnostic.ts';
import type { Location } from '../../base/location.ts';
import type { Block } from '../../pages/page.ts';
import { tableColumns } from './columns.ts';
import { plainText } from './markup.ts';
import { isSection, type Section } from './outline.ts';
import { ownEndpoints } from './own-endpoints.ts';
import { pathText } from './section-endpoints.ts';

/** Methods in use (IANA's registry of HTTP methods, and some that servers add) that a Path Item has no field for (OAS 3.1, section 4.8.9). */
const otherMethods: ReadonlySet<string> = new Set(
  `ACL BAN BIND CHECKIN CHECKOUT CONNECT COPY LABEL LINK LIST LOCK MERGE MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE
  NOTIFY ORDERPATCH PROPFIND PROPPATCH PURGE QUERY REBIND REPORT SEARCH SUBSCRIBE UNBIND UNCHECKOUT UNLINK UNLOCK UNSUBSCRIBE
  UPDATE UPDATEREDIRECTREF VERSION-CONTROL VIEW`.split(/\s+/),
);

/**
 * A section without those in it that are about a call by a method which OpenAPI cannot say (`| LIST | /boxes |`), and name no other
 * operation. Each is an `evidence/other-method`.
 */
export function withoutOtherMethods(section: Section, report: Report): Section {
  const parts = section.parts.filter((part) => {
    const call = isSection(part) && part.heading && !namesOperation(part) ? otherCall(part.parts) : undefined;
    if (call) report.add('evidence/other-method', call.location, { operation: call.text });
    return call === undefined;
  });
  const inner = parts.map((part) => (isSection(part) ? withoutOtherMethods(part, report) : part));
  const isWhole = inner.length === section.parts.length && inner.every((part, at) => part === section.parts[at]);
  return isWhole ? section : { ...section, parts: inner };
}

function namesOperation(section: Section): boolean {
  return ownEndpoints(section).length > 0 || section.parts.some((part) => isSection(part) && namesOperation(part));
}

/** The first call of such a method that the blocks of a section name. */
function otherCall(parts: Section['parts']): { readonly text: string; readonly location: Location } | undefined {
  for (const part of parts) {
    if (isSection(part)) continue;
    const text = callText(part);
    if (text !== undefined) return { text, location: part.location };
  }
  return undefined;
}

function callText(block: Block): string | undefined {
  if (block.kind === 'table') {
    const columns = tableColumns(block);
    const [methodAt, urlAt] = [columns.get('method'), columns.get('url')];
    const [row, ...others] = block.rows;
    if (methodAt === undefined || urlAt === undefined || !row || others.length > 0) return undefined;
    return call(plainText(row.cells[methodAt] ?? ''), pathText(row.cells[urlAt] ?? '') ?? '');
  }
  const line = 'text' in block ? block.text.trim() : '';
  const [, method = '', path = ''] = /^`{0,2}([A-Z-]{3,20})\s{1,3}(\/[^\s`]{1,300})`{0,2}$/.exec(line) ?? [];
  return call(method, path);
}

function call(method: string, path: string): string | undefined {
  return otherMethods.has(method) && /^\/\S*$/.test(path) ? `${method} ${path}` : undefined;
}
