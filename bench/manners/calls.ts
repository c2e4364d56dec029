import type { Manner } from './manner.ts';
import type { Call } from './things.ts';
import { fence, labelLines, titles } from './titles.ts';
import { sampleObject } from './words.ts';

/** Where the things stand. */
export const address = 'https://api.things.example/v1';

function shownPath({ path }: Call, { template, address: written }: Manner): string {
  const shown = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => template.replace('name', name));
  return written === 'whole URLs' ? `${address}${shown}` : shown;
}

/** The heading of a call, its method and path as the manner names them, and whether it is outdated. */
export function introduced(call: Call, manner: Manner, level: number): string[] {
  const [heading = '', ...rest] = named(call, manner, level);
  if (!call.isOutdated) return [heading, ...rest];
  switch (manner.outdated) {
    case 'none':
      return [heading, ...rest];
    case 'heading (deprecated)':
      return [`${heading} (deprecated)`, ...rest];
    case 'note':
      return [heading, ...rest, '', '> **Deprecated:** Use the new things instead.', ''];
    case 'sentence':
      return [heading, ...rest, '', 'This endpoint is deprecated.', ''];
    case 'bold':
      return [heading, ...rest, '', '**DEPRECATED**', ''];
  }
}

function named(call: Call, manner: Manner, level: number): string[] {
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

/** The sample of a request, where the manner shows one. */
export function exampleLines(call: Call, manner: Manner, level: number): string[] {
  const title = labelLines(titles[manner.wording].request, manner, level);
  if (manner.request === 'curl' && manner.call !== 'curl alone')
    return [...title, ...fence('bash', ...curl(call, manner))];
  const program = [
    fence('javascript', `const answer = await fetch('${address}', { method: '${call.method}' });`),
    fence('python', 'import requests', `print(requests.request("${call.method}", "${address}").json())`),
  ];
  const shell = fence('bash', ...curl(call, manner));
  if (manner.request === 'languages') return [...title, ...shell, ...program.flat()];
  if (manner.request === 'tabs') {
    const tabs = [shell, ...program].flatMap((code, index) => {
      const label = ['cURL', 'JavaScript', 'Python'][index] ?? '';
      return [`<TabItem value="${label.toLowerCase()}" label="${label}">`, ...code, '</TabItem>'];
    });
    return [...title, '<Tabs>', ...tabs, '</Tabs>', ''];
  }
  if (manner.request === 'code group') return [...title, '::: code-group', ...shell, ...program.flat(), ':::', ''];
  if (call.body.length === 0) return [];
  if (manner.request === 'JSON') return [...title, ...fence('json', JSON.stringify(sampleObject(call.body), null, 2))];
  if (manner.request !== 'HTTP') return [];
  const path = `/v1${call.path.replaceAll(/\{\w+\}/g, '42')}`;
  const head = [`${call.method} ${path} HTTP/1.1`, 'Host: api.things.example', 'Content-Type: application/json', ''];
  return [...title, ...fence('http', ...head, JSON.stringify(sampleObject(call.body), null, 2))];
}
