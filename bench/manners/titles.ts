import type { Manner } from './manner.ts';

/** What the sections of a call are called, in each wording. */
export const titles = {
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

/** Code in a fence, as lines. */
export const fence = (language: string, ...lines: readonly string[]): string[] => [
  '',
  `\`\`\`${language}`,
  ...lines,
  '```',
  '',
];

/** The title of a section within a call, as the manner writes it. */
export function labelLines(title: string, { label, fields }: Manner, level: number): string[] {
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
