import type { LineMeaning } from './grammar.ts';

/** What renderers print around a reference, and a person copies with it. */
const noise: readonly RegExp[] = [
  /^(?:copy(?: (?:page|link|code))?|copied!?|try it(?: out)?!?|expand all ?collapse all|expand all|collapse all|view more|loading…?|no links|no parameters)$/i,
  /^(?:example value|schema|model|media type|controls accept header\.|links|content type|select content type|example value ?\|? ?schema)$/i,
  /^(?:skip to (?:main )?content|jump to content|search(?:\.\.\.|…)?|⌘ ?k|ctrl[ -]k|on this page|open in claude|test request|send api request)$/i,
  /^(?:was this (?:page|section) helpful\?|suggest edits|previous|next|updated .{1,30} ago|powered by .{1,40}|authorize)$/i,
  /^(?:recent requests|log in to see full request history|\d+ requests this month|make a request to see history\.)$/i,
  /^(?:headers \(\d+\)|raw ?\(json\)|cancel|execute|clear|reset)$/i,
  /^(?:[1-5]\d\d){2,8}$/,
  /^show child attributes ?for \S+$/i,
  /^(?:shell|node|js|python|php|ruby|c#|go|java) (?:curl|fetch|axios|requests|http|libcurl|undici)$/i,
  /^code\tdescription(?:\tlinks)?$/i,
  /^time\tstatus\tuser agent$/i,
];

/** Whether a line is only a control of the page. */
export function isCopiedNoise(line: string): boolean {
  return line.length < 120 && noise.some((pattern) => pattern.test(line));
}

type Section = Extract<LineMeaning, { kind: 'section' }>;

const sections: readonly (readonly [RegExp, Omit<Section, 'kind'>])[] = [
  [/^path (?:param(?:eter)?s?|variables?):?$/i, { section: 'path' }],
  [/^(?:query(?: string)?(?: param(?:eter)?s?)?|params):?$/i, { section: 'query' }],
  [/^(?:request )?headers?(?: param(?:eter)?s?)?:?$/i, { section: 'header' }],
  [/^(?:request body schema:|(?:request )?body(?: param(?:eter)?s?| schema)?:?|form data:?)$/i, { section: 'body' }],
  [
    /^(?:request (?:samples?|examples?)|(?:example|sample) request|request payload):?$/i,
    { section: 'body', sample: true },
  ],
  [/^(?:response schema:|response body:?|responses?:?)$/i, { section: 'response' }],
  [/^(?:response (?:samples?|examples?)|(?:example|sample) response):?$/i, { section: 'response', sample: true }],
  [/^(?:authorizations?|authentication|security|parameters|request|errors?|arguments):?$/i, { section: 'other' }],
];

/** The part of an operation that a heading of a copied page begins; undefined where the line is none. */
export function copiedSection(line: string): Section | undefined {
  if (line.length > 100) return undefined;
  const status = /^(?:response|status) ?\(?([1-5]\d\d)\)?:?$/i.exec(line)?.[1];
  if (status !== undefined) return { kind: 'section', section: 'response', status };
  const [, number, media] = /^([1-5]\d\d)(?: -)? ((?:application|text|multipart|image)\/[\w.+-]+)$/.exec(line) ?? [];
  if (number !== undefined && media !== undefined) return { kind: 'section', section: 'response', status: number };
  const form = /\s((?:application|multipart|text)\/[\w.+-]+)$/.exec(line);
  const mediaType = form?.[1]?.toLowerCase();
  const bare = form ? line.slice(0, form.index) : line;
  const found = sections.find(([pattern]) => pattern.test(bare))?.[1];
  return found && { kind: 'section', ...found, ...(mediaType !== undefined && { mediaType }) };
}
