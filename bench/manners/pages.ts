import { fieldLines, objectSections, type ListOptions, type Page } from './fields.ts';
import type { Manner } from './manner.ts';
import type { Call, Parameter, Thing } from './things.ts';
import { sampleObject } from './words.ts';

export const address = 'https://api.things.example/v1';

const titles = {
  plain: {
    path: 'Path parameters',
    query: 'Query parameters',
    header: 'Headers',
    body: 'Request body',
    all: 'Parameters',
    answer: 'Response',
    errors: 'Errors',
    request: 'Example request',
  },
  capitals: {
    path: 'Path Params',
    query: 'Query Params',
    header: 'Header Params',
    body: 'Body Params',
    all: 'Params',
    answer: 'Response',
    errors: 'Error Codes',
    request: 'Sample Request',
  },
  arguments: {
    path: 'Path arguments',
    query: 'Query arguments',
    header: 'Request headers',
    body: 'Body arguments',
    all: 'Arguments',
    answer: 'Returns',
    errors: 'Errors',
    request: 'Example',
  },
  request: {
    path: 'Path variables',
    query: 'Query string',
    header: 'Request headers',
    body: 'Request payload',
    all: 'Request parameters',
    answer: 'Response body',
    errors: 'Error responses',
    request: 'Example call',
  },
  fields: {
    path: 'Path',
    query: 'Query',
    header: 'Header',
    body: 'Body',
    all: 'Input',
    answer: 'Output',
    errors: 'Failures',
    request: 'Call',
  },
} as const satisfies Record<Manner['wording'], object>;

const reasons: Readonly<Record<string, string>> = { 200: 'OK', 201: 'Created' };

/** The pages of the calls in one manner: file name to text. */
export function pagesOf(calls: readonly Call[], manner: Manner): Map<string, string> {
  const files = new Map<string, string>();
  const intro = manner.address === 'base URL first' ? ['', `Base URL: \`${address}\``] : [];
  if (manner.layout === 'a page for each call') {
    if (intro.length > 0) files.set('index.md', ['# Introduction', ...intro, ''].join('\n'));
    for (const [index, call] of calls.entries()) {
      const page: Page = { manner, objects: new Map() };
      const lines = [...callLines(call, page, 1), ...objectSections(page, 2)];
      files.set(`page-${index + 1}.md`, tidy(lines));
    }
    return files;
  }
  const page: Page = { manner, objects: new Map() };
  const lines = ['# Things API', ...intro];
  if (manner.layout === 'one page') lines.push(...calls.flatMap((call) => ['', ...callLines(call, page, 2)]));
  else
    for (const [resource, own] of byResource(calls))
      lines.push('', `## ${resource}`, ...own.flatMap((call) => ['', ...callLines(call, page, 3)]));
  files.set('api.md', tidy([...lines, ...objectSections(page, 2)]));
  return files;
}

function tidy(lines: readonly string[]): string {
  return `${lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
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

function callLines(call: Call, page: Page, level: number): string[] {
  return [
    ...introduced(call, page.manner, level),
    ...requestLines(call, page, level + 1),
    ...exampleLines(call, page.manner, level + 1),
    ...answerLines(call, page, level + 1),
    ...errorLines(call, page.manner, level + 1),
  ];
}

function shownPath({ path }: Call, { template, address: written }: Manner): string {
  const shown = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => template.replace('name', name));
  return written === 'whole URLs' ? `${address}${shown}` : shown;
}

const fence = (language: string, ...lines: readonly string[]): string[] => [
  '',
  `\`\`\`${language}`,
  ...lines,
  '```',
  '',
];

function introduced(call: Call, manner: Manner, level: number): string[] {
  const heading = (text: string, deeper = 0): string => `${'#'.repeat(level + deeper)} ${text}`;
  const path = shownPath(call, manner);
  const line = `${call.method} ${path}`;
  const inText = path.replaceAll('<', '\\<');
  const said = ['', `${call.title}.`, ''];
  switch (manner.call) {
    case 'heading: METHOD path':
      return [heading(`${call.method} ${inText}`), ...said];
    case 'heading: `METHOD path`':
      return [heading(`\`${line}\``), ...said];
    case 'heading: title - METHOD path':
      return [heading(`${call.title} - \`${line}\``), ''];
    case 'fence':
      return [heading(call.title), ...fence('', line)];
    case 'http fence':
      return [heading(call.title), ...fence('http', line)];
    case 'code line':
      return [heading(call.title), '', `\`${line}\``, ''];
    case 'bold method, code path':
      return [heading(call.title), '', `**${call.method}** \`${path}\``, ''];
    case 'labels: URL, Method':
      return [heading(call.title), '', `**URL** : \`${path}\``, '', `**Method** : \`${call.method}\``, ''];
    case 'bullets: Method, Path':
      return [heading(call.title), '', `- Method: \`${call.method}\``, `- Path: \`${path}\``, ''];
    case 'table: Method, Path':
      return [
        heading(call.title),
        '',
        '| Method | Path |',
        '| --- | --- |',
        `| \`${call.method}\` | \`${path}\` |`,
        '',
      ];
    case 'sentence':
      return [heading(call.title), '', `Send a \`${call.method}\` request to \`${path}\`.`, ''];
    case 'label: Endpoint':
      return [heading(call.title), '', `Endpoint: \`${line}\``, ''];
    case 'heading: Definition, fence':
      return [heading(call.title), '', heading('Definition', 1), ...fence('', line)];
    case 'curl alone':
      return [heading(call.title), ...fence('shell', ...curl(call, manner))];
  }
}

function curl(call: Call, manner: Manner): string[] {
  const method = call.method === 'GET' ? '' : `-X ${call.method} `;
  const url = `${address}${shownPath(call, { ...manner, address: 'base URL first' })}`;
  const body = call.body.length === 0 ? [] : [`  -d '${JSON.stringify(sampleObject(call.body))}'`];
  const head = body.length === 0 ? [] : ["  -H 'Content-Type: application/json' \\"];
  return [`curl ${method}'${url}'${body.length === 0 ? '' : ' \\'}`, ...head, ...body];
}

function exampleLines(call: Call, manner: Manner, level: number): string[] {
  const title = labelLines(titles[manner.wording].request, manner, level);
  if (manner.request === 'curl' && manner.call !== 'curl alone')
    return [...title, ...fence('bash', ...curl(call, manner))];
  if (call.body.length === 0) return [];
  if (manner.request === 'JSON') return [...title, ...fence('json', JSON.stringify(sampleObject(call.body), null, 2))];
  if (manner.request !== 'HTTP') return [];
  const path = `/v1${call.path.replaceAll(/\{\w+\}/g, '42')}`;
  const head = [`${call.method} ${path} HTTP/1.1`, 'Host: api.things.example', 'Content-Type: application/json', ''];
  return [...title, ...fence('http', ...head, JSON.stringify(sampleObject(call.body), null, 2))];
}

function labelLines(title: string, { label, fields }: Manner, level: number): string[] {
  // headings of fields stand below a heading
  switch (fields === 'headings' ? 'heading' : label) {
    case 'heading':
      return ['', `${'#'.repeat(level)} ${title}`, ''];
    case 'bold':
      return ['', `**${title}**`, ''];
    case 'bold with colon':
      return ['', `**${title}:**`, ''];
    case 'plain with colon':
      return ['', `${title}:`, ''];
  }
}

function requestLines(call: Call, page: Page, level: number): string[] {
  const { manner } = page;
  const words = titles[manner.wording];
  const options: ListOptions = { level: level + 1, hasRequired: true };
  const section = (title: string, things: readonly Thing[], own: Partial<ListOptions> = {}): string[] => {
    // nobody writes parameters as an interface
    const isOther = manner.fields === 'interface' && things !== call.body;
    const listed = isOther
      ? { ...page, manner: { ...manner, fields: 'bullets: name (type, required): text' as const } }
      : page;
    if (things.length === 0) return [];
    return [...labelLines(title, manner, level), ...fieldLines(things, listed, { ...options, ...own }), ''];
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

/** Where a way to divide would not tell places apart, they are named. */
function sectionsOf({ parameters, body, method }: Call, { sections, fields, headers }: Manner): Manner['sections'] {
  const hasQuery = parameters.some(({ place }) => place === 'query');
  if (sections === 'place beside each')
    return (fields === 'table' || fields === 'html table') && headers !== 'none' ? sections : 'by place';
  if (sections === 'by place' || fields === 'interface') return 'by place';
  if (hasQuery && (method !== 'GET' || body.length > 0)) return 'by place';
  return body.length > 0 && (method === 'GET' || method === 'DELETE') ? 'by place' : sections;
}

/** Whether an answer of the manner lists its fields, so that it says more than a sample. */
export const listsAnswers = ({ answer }: Manner): boolean =>
  ['fields and sample', 'fields', 'status table, fields', 'linked object'].includes(answer);

function answerLines(call: Call, page: Page, level: number): string[] {
  const { manner } = page;
  const title = titles[manner.wording].answer;
  const reason = `${call.status} ${reasons[call.status]}`;
  const options = { level: level + 1, hasRequired: false };
  const value = call.isList ? [sampleObject(call.answer)] : sampleObject(call.answer);
  const hasBody = call.answer.length > 0;
  const sample = hasBody ? fence('json', JSON.stringify(value, null, 2)) : [];
  const list = (): string[] => (hasBody ? fieldLines(call.answer, page, options) : []);
  const what = call.isList ? 'A list of objects with these fields:' : '';
  const label = (text: string, deeper = 0): string[] => labelLines(text, manner, level + deeper);
  switch (manner.answer) {
    case 'heading, status, sample':
      return [...label(title), `\`${reason}\``, ...sample];
    case 'sentence, sample':
      return ['', `Returns \`${reason}\`${hasBody ? ':' : '.'}`, ...sample];
    case 'fields and sample':
      return [...label(title), `Status: \`${reason}\``, '', what, '', ...list(), ...sample];
    case 'fields':
      return [...label(title), `Status: ${reason}`, '', what, '', ...list(), ''];
    case 'status table, fields': {
      const table = ['| Status | Description |', '| --- | --- |', `| ${call.status} | ${reasons[call.status]} |`];
      return [...label(title), ...table, '', what, '', ...list(), ''];
    }
    case 'linked object': {
      if (!hasBody) return ['', `Answers with status ${call.status}.`, ''];
      const name = titleOf(call, page);
      page.objects.set(name, call.answer);
      const link = `[${name}](#${name.toLowerCase().replaceAll(' ', '-')})`;
      return ['', `Returns ${call.isList ? 'a list of' : 'a'} ${link} with status \`${reason}\`.`, ''];
    }
    case 'status heading, sample':
      return ['', `${'#'.repeat(level)} ${title} ${call.status}`, ...sample];
    case 'HTTP sample':
      return [
        ...label(title),
        ...fence(
          'http',
          `HTTP/1.1 ${reason}`,
          ...(hasBody ? ['Content-Type: application/json', '', JSON.stringify(value, null, 2)] : []),
        ),
      ];
    case 'labels: Code, Content':
      return [
        '',
        `${'#'.repeat(level)} Success Response`,
        '',
        `**Code** : \`${reason}\``,
        ...(hasBody ? ['', '**Content example**', ...sample] : ['']),
      ];
  }
}

/** What the object that a call answers with is called: after the last word of its path, numbered where that is another object. */
function titleOf({ path, answer }: Call, { objects }: Page): string {
  const word = /([A-Za-z]\w*?)s?(?:\/\{\w+\})*$/.exec(path)?.[1] ?? 'thing';
  const name = word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
  for (let number = 1; ; number += 1) {
    const title = number === 1 ? name : `${name} ${number}`;
    const before = objects.get(title);
    if (before === undefined || JSON.stringify(before) === JSON.stringify(answer)) return title;
  }
}

function errorLines({ errors }: Call, manner: Manner, level: number): string[] {
  if (errors.length === 0 || manner.errors === 'none') return [];
  const title = labelLines(titles[manner.wording].errors, manner, level);
  switch (manner.errors) {
    case 'table':
      return [
        ...title,
        '| Status | Meaning |',
        '| --- | --- |',
        ...errors.map(({ status, text }) => `| ${status} | ${text} |`),
        '',
      ];
    case 'bullets':
      return [...title, ...errors.map(({ status, text }) => `- \`${status}\`: ${text}`), ''];
    case 'headings':
      return errors.flatMap(({ status, text }) => ['', `${'#'.repeat(level)} ${status}`, '', `${text}.`, '']);
    case 'sentence':
      return errors.flatMap(({ status, text }) => ['', `Returns \`${status}\` - ${text}.`, '']);
  }
}
