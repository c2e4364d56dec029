import type { Page } from './page.ts';
import { answerLines, errorLines } from './answers.ts';
import { address, exampleLines, introduced } from './calls.ts';
import { generalLines } from './general.ts';
import type { Manner } from './manner.ts';
import { noiseOf } from './noise.ts';
import { objectPages, objectSections } from './objects.ts';
import { requestLines } from './requests.ts';
import type { Api, Call } from './things.ts';

/** The pages of the calls in one manner: file name to text. */
export function pagesOf(api: Api, manner: Manner): Map<string, string> {
  const files = new Map<string, string>();
  const page: Page = { manner, objects: new Map() };
  const intro = manner.address === 'base URL first' ? ['', `Base URL: \`${address}\``] : [];
  if (manner.layout === 'a page for each call') {
    const general = generalLines(api, page, 2);
    if (intro.length + general.length > 0) files.set('index.md', tidy(['# Introduction', ...intro, ...general]));
    for (const [index, call] of api.calls.entries()) {
      const own = manner.objects === 'on pages of their own' ? page : { manner, objects: new Map() };
      const lines = withNoise(callLines(api, call, own, 1), [call], manner);
      files.set(`page-${index + 1}.md`, tidy(withObjects(lines, own, 1)));
    }
  } else {
    const grouped = manner.layout === 'one page' ? undefined : byResource(api.calls);
    const calls = grouped
      ? [...grouped].flatMap(([name, own]) => [
          '',
          `## ${name}`,
          ...own.flatMap((call) => ['', ...callLines(api, call, page, 3)]),
        ])
      : api.calls.flatMap((call) => ['', ...callLines(api, call, page, 2)]);
    const general = generalLines(api, page, 2);
    const isFirst = manner.general === 'at the head';
    const lines = [...(isFirst ? general : []), ...withObjects(calls, page, 0), ...(isFirst ? [] : general)];
    files.set('api.md', tidy(['# Things API', ...intro, ...withNoise(lines, api.calls, manner)]));
  }
  if (manner.objects === 'on pages of their own')
    for (const [file, lines] of objectPages(page)) files.set(file, tidy(lines));
  return files;
}

/** The lines of calls with the sections of objects, where these have no pages of their own; below the heading of a page, if it has one. */
function withObjects(lines: readonly string[], page: Page, heads: number): readonly string[] {
  if (page.manner.objects === 'on pages of their own') return lines;
  const sections = objectSections(page, 2);
  const isFirst = page.manner.objects === 'at the head' && heads === 0;
  return isFirst ? [...sections, ...lines] : [...lines, ...sections];
}

function withNoise(lines: readonly string[], calls: readonly Call[], manner: Manner): string[] {
  const { head, end } = noiseOf(manner, calls, 0);
  return manner.layout === 'a page for each call' ? [...lines, ...end] : [...head, ...lines, ...end];
}

function tidy(lines: readonly string[]): string {
  return `${lines
    .join('\n')
    .trimStart()
    .replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

function byResource(calls: readonly Call[]): Map<string, Call[]> {
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    const word = /[A-Za-z]\w+/.exec(call.path.replaceAll(/\{\w+\}/g, ''))?.[0] ?? 'things';
    const name = word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
    groups.set(name, [...(groups.get(name) ?? []), call]);
  }
  return groups;
}

function callLines({ calls, failure }: Api, call: Call, page: Page, level: number): string[] {
  const { manner } = page;
  const { title, first, last } = noiseOf(manner, calls, calls.indexOf(call));
  const [heading = '', ...rest] = introduced(call, manner, level);
  return [
    `${heading}${title}`,
    ...rest,
    ...first,
    ...requestLines(call, page, level + 1),
    ...exampleLines(call, manner, level + 1),
    ...answerLines(call, page, level + 1),
    ...errorLines(call, failure, page, level + 1),
    ...last,
  ];
}
