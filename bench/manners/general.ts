import type { Page } from './page.ts';
import { envelopedByAll } from './adorned.ts';
import { fieldLines } from './fields.ts';
import type { Manner } from './manner.ts';
import type { Api, Call, Thing } from './things.ts';
import { fence } from './titles.ts';
import { sampleObject } from './words.ts';

/** The statuses that pages say any call may answer. */
export const generalStatuses = [
  { status: '401', text: 'The key is missing or wrong' },
  { status: '429', text: 'Too many requests' },
  { status: '500', text: 'Something broke on our side' },
] as const;

/** What is said once of all calls: credentials, envelopes, errors, parameters. */
export function generalLines(api: Api, page: Page, level: number): string[] {
  const { manner } = page;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${'#'.repeat(level)} ${title}`, '', ...lines, ''];
  return [
    ...section('Authentication', authenticationLines(manner)),
    ...section('Common parameters', sharedLines(api, page, level + 1)),
    ...section('Responses', envelopeLines(manner)),
    ...section('Errors', failureLines(api, page, level + 1)),
  ];
}

function authenticationLines({ authentication }: Manner): string[] {
  switch (authentication) {
    case 'none':
      return [];
    case 'bearer':
      return ['Send your token in the `Authorization` header of every request: `Authorization: Bearer YOUR_TOKEN`.'];
    case 'bearer fence':
      return ['All requests need an access token:', ...fence('', 'Authorization: Bearer <token>')];
    case 'key header':
      return ['Pass your API key in the `X-Box-Key` header with each request.'];
    case 'key table':
      return [
        'Every request must carry this header:',
        '',
        '| Header | Description |',
        '| --- | --- |',
        '| `X-Box-Key` | Your API key |',
      ];
    case 'key query':
      return ['Add your API key to each request as the query parameter `box_key`.'];
    case 'basic':
      return ['The API uses HTTP Basic authentication. The user name is your account, the password your key.'];
  }
}

function sharedLines({ shared }: Api, page: Page, level: number): string[] {
  const [first] = shared;
  const { manner } = page;
  if (!first) return [];
  if (manner.shared === 'header of all')
    return [`Every request must have the header \`${first.name}\`: ${said(first)}.`];
  if (manner.shared === 'sentence of all')
    return shared.map((one) => {
      const must = one.isRequired ? 'require' : 'accept';
      return `All endpoints ${must} the query parameter \`${one.name}\` (${one.type}): ${said(one)}.  `;
    });
  const isOther = manner.fields === 'interface';
  const listed = isOther ? { ...manner, fields: 'bullets: name (type, required): text' as const } : manner;
  return [
    'These query parameters can be sent to all endpoints:',
    '',
    ...fieldLines(shared, { ...page, manner: listed }, { level, hasRequired: true }),
  ];
}

const said = ({ text }: Thing): string => text.charAt(0).toLowerCase() + text.slice(1);

function envelopeLines(manner: Manner): string[] {
  if (!manner.envelope.startsWith('said')) return [];
  const isOfLists = manner.envelope === 'said once of lists';
  const call: Pick<Call, 'answer' | 'isList'> = { answer: [{ ...blank }], isList: isOfLists };
  const { answer } = envelopedByAll(call as Call, manner);
  const [slot = '', ...others] = Object.entries(sampleObject(answer));
  const shown = Object.fromEntries([[slot[0], isOfLists ? [] : {}], ...others]);
  const text = isOfLists
    ? 'All lists are returned in the same envelope:'
    : 'All successful responses are wrapped in an envelope:';
  return [text, ...fence('json', JSON.stringify(shown, null, 2))];
}

const blank: Thing = { name: 'id', type: 'string', isRequired: false, values: [], text: '', inner: [] };

function failureLines({ failure }: Api, page: Page, level: number): string[] {
  switch (page.manner.errorBody) {
    case 'once: sample':
      return ['All errors have this body:', ...fence('json', JSON.stringify(sampleObject(failure), null, 2))];
    case 'once: fields':
      return [
        'All errors have a JSON body with these fields:',
        '',
        ...fieldLines(failure, page, { level, hasRequired: false }),
      ];
    case 'once: statuses':
      return [
        'All endpoints may return these statuses:',
        '',
        '| Status | Meaning |',
        '| --- | --- |',
        ...generalStatuses.map(({ status, text }) => `| ${status} | ${text} |`),
      ];
    default:
      return [];
  }
}
