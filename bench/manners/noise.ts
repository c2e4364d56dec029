import type { Manner } from './manner.ts';
import type { Call } from './things.ts';
import { fence } from './titles.ts';

/** What stands between the parts of a page and says nothing of a call: at its head, in a call, at its end. */
export interface Noise {
  readonly head: readonly string[];
  readonly end: readonly string[];
  /** What is added to the heading of a call. */
  readonly title: string;
  /** Between the heading of a call and its parts, and behind them. */
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const nothing: Noise = { head: [], end: [], title: '', first: [], last: [] };

type Write = (title: string, at: number, calls: readonly Call[]) => Partial<Noise>;

const slugOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');

const writers: Readonly<Record<Manner['noise'], Write>> = {
  none: () => ({}),
  notes: (_title, at) => ({
    head: ['', '> **Note:** This version is kept for two years after the next one is out.', ''],
    first: at % 2 === 0 ? ['', ':::warning', 'Large workspaces answer slowly at the end of a month.', ':::', ''] : [],
    last: ['', '> [!TIP]', '> Write to support if you miss something here.', ''],
  }),
  changelog: () => ({
    end: [
      '',
      '## Changelog',
      '',
      '- **2023-05-02** Added `colour_code` to boxes.',
      '- **2022-11-20** Removed `GET /old-things`.',
      '',
      '| Version | Date | Changes |',
      '| --- | --- | --- |',
      '| 1.2 | 2022-03-01 | Renamed `title` to `name` |',
      '',
    ],
  }),
  'rate limits': () => ({
    head: [
      '',
      '## Rate limits',
      '',
      '| Plan | Requests per minute |',
      '| --- | --- |',
      '| Free | 60 |',
      '| Team | 600 |',
      '',
    ],
    first: ['', '*Rate limit: 20 requests per second*', ''],
  }),
  libraries: (title) => ({
    last: [
      ...fence('javascript', `const answer = await things.call('${slugOf(title)}', { retry: true });`),
      ...fence('python', 'things = Things(token="secret")', `print(things.call("${slugOf(title)}"))`),
      ...fence('ruby', `Things.new(token: 'secret').call('${slugOf(title)}')`),
    ],
  }),
  badges: (_title, at) => ({ title: ['', ' ![beta](https://img.example/beta.svg)', ' <sup>new</sup>'][at % 3] ?? '' }),
  details: () => ({
    last: [
      '',
      '<details>',
      '<summary>Why is this slow?</summary>',
      '',
      'Old things are in an archive.',
      '',
      '</details>',
      '',
    ],
  }),
  footnotes: () => ({
    first: ['', 'Things are kept for a year.[^1]', ''],
    end: ['', '[^1]: Unless the workspace is on the free plan.', ''],
  }),
  contents: (_title, _at, calls) => ({
    head: ['', '## Contents', '', ...calls.map((one) => `- [${one.title}](#${slugOf(one.title)})`), ''],
  }),
  breadcrumbs: () => ({
    head: ['', '[Home](/) / [Docs](/docs) / Things', ''],
    end: ['', '[← Previous](/docs/before) | [Next →](/docs/after)', '', 'Last updated on 3 May 2023', ''],
  }),
  'try it': () => ({
    first: ['', '[Try it in the console](https://console.things.example)', ''],
    last: ['', '[Back to top](#top)', ''],
  }),
  images: () => ({
    head: ['', '![The life of a thing](images/life.png)', ''],
    first: ['', '![diagram](images/diagram.png)', ''],
  }),
};

/** The noise of a manner beside the calls of a page, or in one of them. */
export function noiseOf({ noise }: Manner, calls: readonly Call[], at: number): Noise {
  return { ...nothing, ...writers[noise](calls[at]?.title ?? 'Things', at, calls) };
}
