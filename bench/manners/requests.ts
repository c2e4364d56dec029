import type { ListOptions, Page } from './page.ts';
import { fieldLines } from './fields.ts';
import { formOf } from './further.ts';
import type { Manner } from './manner.ts';
import type { Call, Parameter, Thing } from './things.ts';
import { labelLines, titles } from './titles.ts';

/** The parameters and the body of a call, in the sections of the manner. */
export function requestLines(call: Call, page: Page, level: number): string[] {
  const { manner } = page;
  const words = titles[manner.wording];
  const options: ListOptions = { level: level + 1, hasRequired: true };
  const section = (title: string, things: readonly Thing[], own: Partial<ListOptions> = {}): string[] => {
    // nobody writes parameters as an interface
    const isOther = manner.fields === 'interface' && things !== call.body;
    const listed = isOther
      ? { ...page, manner: { ...manner, fields: 'bullets: name (type, required): text' as const } }
      : page;
    if (things.length === 0 || (things === call.body && manner.described === 'samples alone')) return [];
    const further = things.some(({ form }) => form !== undefined) ? formLines(things, listed, level) : [];
    return [...labelLines(title, manner, level), ...fieldLines(things, listed, { ...options, ...own }), '', ...further];
  };
  const at = (place: Parameter['place']): Parameter[] => call.parameters.filter((one) => one.place === place);
  if (sectionsOf(call, manner) === 'place beside each')
    return [...section(words.all, call.parameters, { hasPlaces: true }), ...section(words.body, call.body)];
  if (sectionsOf(call, manner) === 'unplaced')
    return [
      ...section(words.header, at('header')),
      ...section(words.all, [...at('path'), ...at('query'), ...call.body]),
    ];
  const isQueryUnnamed = sectionsOf(call, manner) === 'by place, query as "Parameters"';
  return [
    ...section(words.path, at('path')),
    ...section(isQueryUnnamed ? words.all : words.query, at('query')),
    ...section(words.header, at('header')),
    ...section(words.body, call.body),
  ];
}

/** The fields that are there with one value of another, each form by itself. */
function formLines(things: readonly Thing[], page: Page, level: number): string[] {
  const { manner } = page;
  const options: ListOptions = { level: level + 2, hasRequired: true };
  return [...new Set(things.flatMap(({ form }) => form ?? []))].flatMap((value) => {
    const own = formOf(things, value);
    const line = `If \`payout_kind\` is \`${value}\``;
    const title = {
      headings: `${'#'.repeat(level + 1)} ${line}`,
      lines: `${line}:`,
      'bold lines': `**${line}**`,
      none: '',
    };
    return ['', title[manner.forms], '', ...fieldLines(own, page, options), ''];
  });
}

/** Where a way to divide would not tell places apart, they are named. */
function sectionsOf(
  { parameters, body, method }: Call,
  { sections, fields, headers, described }: Manner,
): Manner['sections'] {
  const hasQuery = parameters.some(({ place }) => place === 'query');
  if (sections === 'place beside each')
    return (fields === 'table' || fields === 'html table') && headers !== 'none' ? sections : 'by place';
  if (sections === 'by place' || fields === 'interface' || described === 'samples alone') return 'by place';
  if (hasQuery && (method !== 'GET' || body.length > 0)) return 'by place';
  return body.length > 0 && (method === 'GET' || method === 'DELETE') ? 'by place' : sections;
}
