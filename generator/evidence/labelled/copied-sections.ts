import { accessHeading, type LineMeaning } from './grammar.ts';

/** What renderers print around a reference, and a person copies with it. */
const noise: readonly RegExp[] = [
  /^(?:copy(?: (?:page|link|code))?|copied!?|try it(?: out)?!?|expand all ?collapse all|expand all|collapse all|view more|loading…?|no links|no parameters)$/i,
  /^(?:example value|schema|model|media type|controls accept header\.|links|content type|select content type|example value ?\|? ?schema)$/i,
  /^(?:skip to (?:main )?content|jump to content|search(?:\.\.\.|…)?|⌘ ?k|ctrl[ -]k|on this page|open in claude|test request|send api request)$/i,
  /^(?:suggest edits|⌘ ?i|add (?:string|object|integer|number|field)|previous|next|updated .{1,30} ago|powered by .{1,40}|authorize)$/i,
  /^(?:recent requests|log in to see full request history|\d+ requests this month|make a request to see history\.)$/i,
  /^(?:headers \(\d+\)|raw ?\(json\)|cancel|execute|clear|reset)$/i,
  /^(?:[1-5]\d\d){2,8}$/,
  /^show child attributes ?for \S+$/i,
  /^(?:shell|node|js|python|php|ruby|c#|go|java) (?:curl|fetch|axios|requests|http|libcurl|undici)$/i,
  /^code\tdescription(?:\tlinks)?$/i,
  /^time\tstatus\tuser agent$/i,
  /^(?:host|accept|content-type|content-length|user-agent): ?\S.{0,200}$/i,
  /^(?:click try it! to start a request .{0,100}|curl request)$/i,
  /^(?:request example for|no response body|example \(auto\)|built with)$/i,
  /^(?:status: (?:[1-5]\d\d|default)|http method: [a-z]{3,7}|show schema|show headers|copy endpoint url|docs|tryit|single line description)$/i,
  /^\((?:get|post|put|patch|delete|head|options) \/\S*\)$/i,
];

/** Whether a line is only a control of the page. */
export function isCopiedNoise(line: string): boolean {
  return line.length < 120 && noise.some((pattern) => pattern.test(line));
}

/**
 * The mark of a fold: `seat object`, `Hide seat attributes Show seat attributes object`, and with the number of its parts, which
 * are there only where they can be hidden. That of the whole body says nothing. Undefined where the line is none.
 */
export function copiedFold(line: string, label: string): LineMeaning | 'nothing' | undefined {
  if (line.length > 200) return undefined;
  if (
    /^array (?:\[|\(.{1,60}\))$/i.test(line) ||
    (label !== '' && line.toLowerCase() === `${label} object`.toLowerCase())
  )
    return { kind: 'fold', open: true };
  // the title of the part may stand for `child attributes`
  if (/^hide .{1,80} for \S{1,120}$/i.test(line)) return { kind: 'fold', open: true };
  if (/^show .{1,80} for \S{1,120}$/i.test(line)) return 'nothing';
  const both = /^hide (\S+) attributes? show (\S+) attributes?(?: object)?$/i.exec(line);
  if (both && both[1] === both[2])
    return /^(?:response|request|body)$/i.test(both[1] ?? '') && both[1] !== label
      ? 'nothing'
      : { kind: 'fold', open: true };
  if (/^response(?: body)?\s?(?:object|array)(?:\[\])?(?: · .{1,60})?$/i.test(line)) return 'nothing';
  const [, verb, count] = /^(show|hide) (\d{1,3}) (?:properties|property)$/i.exec(line) ?? [];
  if (verb === undefined) return undefined;
  return verb.toLowerCase() === 'show' ? 'nothing' : { kind: 'fold', open: true, count: Number(count) };
}

const access =
  /^(?:http )?(?:(bearer)|basic)(?: (?:auth(?:entication|orization)?|token|http))+$|^(?:api[ -]?key|oauth ?2(?:\.0)?) auth(?:entication|orization)?$/i;

const schemeLine = /^(name|type|in|scheme|bearerFormat|description): ?(.{1,200})$/i;

/** The scheme that lines such as `Authorization: http`, `type: http`, `scheme: bearer` state, and the index behind them. */
export function copiedScheme(lines: readonly string[], at: number): { meaning: LineMeaning; end: number } | undefined {
  const given = /^authorization: ?(\S{1,80})$/i.exec(lines[at] ?? '')?.[1];
  if (given === undefined) return undefined;
  const said = new Map<string, string>();
  let end = at + 1;
  for (; end < at + 8; end += 1) {
    const [, key, value] = schemeLine.exec(lines[end] ?? '') ?? [];
    if (key === undefined || value === undefined || said.has(key.toLowerCase())) break;
    said.set(key.toLowerCase(), value.trim());
  }
  const type = said.get('type')?.toLowerCase();
  const scheme = said.get('scheme')?.toLowerCase();
  const where = said.get('in')?.toLowerCase();
  if (type === 'http' && (scheme === 'bearer' || scheme === 'basic'))
    return { meaning: { kind: 'security', security: { type: 'http', scheme } }, end };
  if (type !== 'apikey' || (where !== 'header' && where !== 'query' && where !== 'cookie')) return undefined;
  return { meaning: { kind: 'security', security: { type: 'apiKey', in: where, name: given } }, end };
}

/** What a line says that only names how callers are let in: `Bearer auth`. */
export function copiedAccess(line: string): LineMeaning | 'nothing' | undefined {
  const found = line.length < 60 ? access.exec(line) : null;
  if (!found) return undefined;
  if (/^(?:api|oauth)/i.test(line)) return 'nothing';
  return { kind: 'security', security: { type: 'http', scheme: found[1] === undefined ? 'basic' : 'bearer' } };
}

type Section = Extract<LineMeaning, { kind: 'section' }>;

const sections: readonly (readonly [RegExp, Omit<Section, 'kind'>])[] = [
  [/^path (?:param(?:eter)?s?|variables?):?$/i, { section: 'path' }],
  [/^(?:query(?:[ -]string)?(?: param(?:eter)?s?)?|params):?$/i, { section: 'query' }],
  [/^(?:request )?headers?(?: param(?:eter)?s?)?:?$/i, { section: 'header' }],
  [
    /^(?:request body schema:|(?:request )?body(?: param(?:eter)?s?| schema)?(?: required| optional)?:?|form data:?)$/i,
    { section: 'body' },
  ],
  [
    /^(?:request (?:samples?|examples?)|(?:example|sample) request(?: body)?|request payload):?$/i,
    { section: 'body', sample: true },
  ],
  [/^(?:response schema:|response body:?|responses?:?)$/i, { section: 'response' }],
  [/^(?:response (?:samples?|examples?)|(?:example|sample) responses?):?$/i, { section: 'response', sample: true }],
  [/^(?:authorizations?|authentication|auth|security|parameters|request|errors?|arguments):?$/i, { section: 'other' }],
];

/** The part of an operation that a heading of a copied page begins; undefined where the line is none. */
export function copiedSection(line: string): Section | undefined {
  if (line.length > 100) return undefined;
  if (/^(?:was|did|is) this (?:page|section|article)\b[^?]{0,40}\?$/i.test(line))
    return { kind: 'section', section: 'other' };
  const message = /^(POST|PUT|PATCH|DELETE|GET|HEAD) \S{1,500} HTTP\/[\d.]{1,3}$/.exec(line)?.[1];
  if (message !== undefined)
    return { kind: 'section', ...(message.startsWith('P') ? { section: 'body', sample: true } : { section: 'other' }) };
  // the title of the operation before that of its part: `Lend a book › Request Body`
  const named = /^.{1,80} › (.{1,40})$/u.exec(line)?.[1];
  if (named !== undefined) return copiedSection(named);
  const expected = /^this endpoint expects (?:an? )?(.{1,80}?)\.?$/i.exec(line)?.[1];
  if (expected !== undefined) {
    const isForm = /\bmultipart\b/i.test(expected);
    return { kind: 'section', section: 'body', ...(isForm && { mediaType: 'multipart/form-data' }) };
  }
  const status = /^(?:response|status) ?\(?([1-5]\d\d)\)?:?$/i.exec(line)?.[1];
  if (status !== undefined) return { kind: 'section', section: 'response', status };
  const shown = /^(?:response (?:samples?|examples?)|(?:example|sample) response) ?\(([1-5]\d\d)\):?$/i.exec(line)?.[1];
  if (shown !== undefined) return { kind: 'section', section: 'response', status: shown, sample: true };
  const [, number, media] = /^([1-5]\d\d)(?: -)? ?((?:application|text|multipart|image)\/[\w.+-]+)$/.exec(line) ?? [];
  if (number !== undefined && media !== undefined) return { kind: 'section', section: 'response', status: number };
  const form = /(?:\s|(?<=^(?:body|response)))((?:application|multipart|text)\/[\w.+-]+)$/i.exec(line);
  const mediaType = form?.[1]?.toLowerCase();
  const bare = form ? line.slice(0, form.index) : line;
  const found = sections.find(([pattern]) => pattern.test(bare))?.[1];
  const access = accessHeading.test(bare) && { access: true as const };
  return found && { kind: 'section', ...found, ...access, ...(mediaType !== undefined && { mediaType }) };
}

/** Tabs of statuses: those of all answers one after another, then what is said of the first. Undefined where a line begins none. */
export function statusRun(lines: readonly string[], index: number): string[] | undefined {
  const run: string[] = [];
  while (run.length < 20 && statusAt(lines, index + run.length)) run.push(statusAt(lines, index + run.length) ?? '');
  if (run.length > 0 && lines[index + run.length] === 'default') run.push('default');
  return run.length > 1 &&
    run[0]?.startsWith('2') === true &&
    run.every((one, at) => at === 0 || one > (run[at - 1] ?? ''))
    ? run
    : undefined;
}

function statusAt(lines: readonly string[], index: number): string | undefined {
  return /^(?:status: ?)?([1-5]\d\d)$/i.exec(lines[index] ?? '')?.[1];
}

/** Whether a line is a heading, no value such as `ERROR` behind others in capitals. */
export function isHeading(line: string, before = ''): boolean {
  const isLike = [line, before].every((one) => /^[A-Z][A-Z\d_]+$/.test(one));
  return !isLike && copiedSection(line) !== undefined;
}
