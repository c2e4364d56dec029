import { namedOperations } from '../base/named-operations.ts';
import type { Page, ProseBlock } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { credentialOf } from './code-samples.ts';
import type { Evidence, Fact } from './evidence.ts';
import type { KindAt } from './page-kinds.ts';

const everyCall = String.raw`\b(?:all|every|each)\s(?:of\s(?:the|these)\s)?(?:\w{1,20}\s){0,2}?(?:requests?|calls?)\b[^.\n${'`'}]{0,60}\b(?:requires?|must|has\sto|have\sto|needs?\sto)\b[^.\n${'`'}]{0,60}`;
const header = String.raw`${'`'}([A-Za-z][\w-]{1,60})(?::[ \t]{0,3}([^${'`'}\n]{1,100}))?${'`'}`;
const itsValue = String.raw`(?:[^.\n${'`'}]{0,30}\b(?:set\sto|with\sthe\svalue|value\sof)\s${'`'}([^${'`'}\n]{1,100})${'`'})?`;

/** Sentences that say of every call that it carries a header, or has to: ``the `X-Kind` header``, ``the header `X-Kind` ``. */
const ofAllCalls = [
  String.raw`${everyCall}${header}\s(?:http\s|request\s)?header\b${itsValue}`,
  String.raw`${everyCall}\bheader\s(?:called\s|named\s)?${header}${itsValue}`,
].map((source) => new RegExp(source, 'gi'));

/** What is said otherwise, or of some calls only. */
const notAll = /\b(?:not|except|unless|if|when|optional(?:ly)?|no\slonger)\b/i;

/** Headers of HTTP's own (RFC 9110) that operations state by other means. */
const ofHttp = /^(?:accept|authorization|content-type|content-length|host|user-agent|cookie|origin|referer)$/i;

/** Names of what tells who calls: that is security (OAS 3.1, section 4.8.27). */
const ofCredentials = /(?:key|token|secret|auth|credentials?|password|signature)$/i;

/**
 * The header that pages say every call has to carry (``All calls require the `X-Request` header to be set to `true` ``), as a parameter of
 * each operation, or of those that the page itself describes, with the one value that it has, where that is told; credentials are none. Medium confidence. Gives no diagnostics.
 */
export function generalHeaders(evidence: readonly Evidence[], pages: readonly Page[], kindAt: KindAt): Evidence[] {
  const told = pages.flatMap((page) => {
    const kind = kindAt({ document: page.path, line: page.blocks[0]?.location.line ?? 1 });
    if (page.format !== 'markdown' || kind === 'history' || kind === 'receiver') return [];
    return allBlocks(page.blocks).flatMap((block) => (block.kind === 'prose' ? headersIn(block) : []));
  });
  if (told.length === 0) return [];
  const all = [...namedOperations(evidence).values()];
  return told.flatMap(({ name, value, block: { location } }) => {
    const own = all.filter(({ documents }) => documents.has(location.document));
    // a page that describes operations speaks of these
    return (own.length > 0 ? own : all).flatMap(({ operation }) => {
      const subject = { kind: 'parameter', operation, location: 'header', name } as const;
      const facts: Fact[] = [{ kind: 'exists' }, { kind: 'required', value: true }, { kind: 'type', words: 'string' }];
      if (value !== undefined) facts.push({ kind: 'enum', values: [value], closed: true });
      return facts.map((fact) => ({ subject, fact, location, method: 'prose', confidence: 'medium' }) as const);
    });
  });
}

interface Told {
  readonly name: string;
  readonly value: string | undefined;
  readonly block: ProseBlock;
}

function headersIn(block: ProseBlock): Told[] {
  const sentences = block.text
    .slice(0, 5000)
    .replaceAll('\n', ' ')
    .split(/(?<=[.!?])\s/);
  return sentences.flatMap((sentence) => {
    if (notAll.test(sentence)) return [];
    return ofAllCalls
      .flatMap((pattern) => [...sentence.matchAll(pattern)])
      .flatMap(([, name = '', beside, behind]): Told[] => {
        const value = beside ?? behind;
        const isOwn = !ofHttp.test(name) && !ofCredentials.test(name) && !credentialOf(name, value ?? '', 'header');
        const isPlaceholder = value !== undefined && !/^[\w./-]+$/.test(value);
        return isOwn ? [{ name, value: isPlaceholder ? undefined : value, block }] : [];
      });
  });
}
