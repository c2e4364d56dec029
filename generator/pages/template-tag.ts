import { elementAttributes } from './elements.ts';
import { methodOnly } from './split-endpoints.ts';
import type { Tag } from './tag.ts';

/** Longer tags are taken for text. */
const maxTagLength = 4_000;

interface Form {
  readonly open: string;
  readonly close: string;
}

/** How template languages write tags: `{% name %}` (Liquid and its relatives), `{{< name >}}` and `{{% name %}}` (Hugo). */
const forms: readonly Form[] = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{%', close: '%}' },
];

/** Tags that stand for another file stay text, for `includes.ts` to put it in. */
const includers = /^(?:include\w*|render|import|snippet|partial|readfile)$/i;

/** Where each kind of tag ends next, as far as it was looked for: so that a text of many begins is searched once. */
export type TagEnds = Map<string, number>;

function nextEnd(text: string, close: string, from: number, ends: TagEnds): number {
  const known = ends.get(close);
  if (known !== undefined && known >= from) return known;
  const found = text.indexOf(close, from);
  const end = found === -1 ? Number.POSITIVE_INFINITY : found;
  ends.set(close, end);
  return end;
}

/**
 * The template tag that begins at offset `at` of `text`, where a `{` stands, or undefined if none does. It ends on its
 * own line or a few lines below. `end…` and `/…` close; values without a name are attributes `0`, `1`, … .
 */
export function readTemplateTag(text: string, at: number, ends: TagEnds): Tag | undefined {
  const form = forms.find(({ open }) => text.startsWith(open, at));
  if (!form) return undefined;
  const from = at + form.open.length;
  const close = nextEnd(text, form.close, from, ends);
  if (close - at > maxTagLength) return undefined;
  const inside = text.slice(from, close).replace(/^-/, '').replace(/-$/, '').trim();
  const [head = '', slash = '', name = ''] = /^(\/?)[ \t]{0,10}([A-Za-z][\w./-]{0,100})/.exec(inside) ?? [];
  const rest = inside.slice(head.length);
  if (name === '' || (rest !== '' && !/^[\s/]/.test(rest))) return undefined;
  const end = close + form.close.length;
  const base = { start: at, end, isTemplate: true } as const;
  if (includers.test(name)) {
    const attributes = templateAttributes(rest);
    const shown = namesEndpoint(attributes) ? 'endpoint' : shownValue(attributes);
    return shown === undefined ? undefined : { ...base, kind: 'empty', name: shown, attributes };
  }
  const ended = slash === '/' ? name : form.open === '{%' && rest.trim() === '' ? endedName(name) : undefined;
  if (ended !== undefined) return { ...base, kind: 'close', name: ended, attributes: {} };
  const isEmpty = rest.trimEnd().endsWith('/');
  const attributes = templateAttributes(isEmpty ? rest.trimEnd().slice(0, -1) : rest);
  return { ...base, kind: isEmpty ? 'empty' : 'open', name, attributes };
}

/** Whether an included file is told the method and the path of an operation that it shows. */
function namesEndpoint(attributes: Readonly<Record<string, string>>): boolean {
  const isMethod = methodOnly.test(attributes['method'] ?? attributes['verb'] ?? '');
  return isMethod && ['path', 'url', 'endpoint', 'route', 'uri'].some((name) => attributes[name] !== undefined);
}

/**
 * What an included file shows that is told a value, the status of an answer, or the title of a part of the page, and called after such:
 * `{% include param.html name="id" %}`, `{% include section.html title="Response" %}`.
 */
function shownValue({ '0': file = '', name, ...attributes }: Readonly<Record<string, string>>): string | undefined {
  const [, called = ''] = /(?:^|\/)_?([a-z][\w-]{0,40}?)(?:-?(?:row|item))?(?:\.[a-z]{2,5}){0,2}$/i.exec(file) ?? [];
  const plain = called.toLowerCase().replace(/^api[-_]?/, '');
  if (/^(?:param|parameter|field|property|prop|attribute|argument)$/.test(plain))
    return name === undefined ? undefined : plain;
  if (/(?:^|-)(?:head(?:er|ing)?|title|section)$/.test(plain) && attributes['title'] !== undefined)
    return 'section-title';
  const status = attributes['status'] ?? attributes['code'] ?? '';
  const isAnswer = /^(?:status|response|answer|error|return)(?:-?code)?s?$/.test(plain) && /^[1-5]\d\d$/.test(status);
  return isAnswer ? 'answer' : undefined;
}

/** What a tag such as `endtab` ends; an endpoint ends nothing. */
function endedName(name: string): string | undefined {
  return /^endpoints?$/i.test(name) ? undefined : /^end([A-Za-z][\w-]*)$/.exec(name)?.[1];
}

/** `name="value"` as in HTML; a value alone is named by its place. */
function templateAttributes(source: string): Readonly<Record<string, string>> {
  let position = 0;
  const words = source.replaceAll(
    /(?:[\w:.-]{1,60} {0,3}= {0,3})?(?:"[^"]*"|'[^']*'|`[^`]*`|\[[^\][\n]*\]|[^\s"'`=]+)/g,
    (word) => {
      const [head = ''] = /^[\w:.-]{1,60} {0,3}= {0,3}/.exec(word) ?? [];
      const value = word.slice(head.length);
      // a list, or the name of a value
      const isList = /^\[.*\]$/.test(value) || (head !== '' && /^\$[A-Za-z_][\w.]{0,60}$/.test(value));
      const quoted = /^["']/.test(value)
        ? value
        : isList
          ? `"{${value.replaceAll('"', '&quot;')}}"`
          : `"${value.replaceAll('`', '').replaceAll('"', '&quot;')}"`;
      if (head !== '') return `${head.slice(0, head.indexOf('=')).trim()}=${quoted}`;
      position += 1;
      return `${position - 1}=${quoted}`;
    },
  );
  return elementAttributes(words);
}
