import type { Evidence } from '../evidence.ts';
import type { ProseBlock } from '../../pages/page.ts';
import { fieldName } from './value-lists.ts';

const things = String.raw`(?:keys?|fields?|param(?:eter)?s?|propert(?:y|ies)|attributes?|arguments?|values?|members?)`;
const name = String.raw`\x60[A-Za-z_$][\w$.-]{0,60}\x60`;

const bare = String.raw`[A-Za-z_$][\w$-]{0,60}`;

/** A sentence that says of values that they have to be given, and nothing else: ``The keys `a` and `b` are mandatory.`` */
const sentence = new RegExp(
  String.raw`^(?:(?:the|both|only)\s){0,2}(?:${things}\s)?(${name}(?:(?:,\s(?:and\s)?|\sand\s)${name}){0,10})\s(?:${things}\s)?(?:is|are)\s(?:(?:both|all|always)\s)?(?:mandatory|required|obligatory)\.?$`,
  'i',
);

/** A line that lists them behind a label: `Required fields: name, size.` */
const label = new RegExp(
  String.raw`^(?:required|mandatory)\s(?:(?:body|request|form|query|json)\s)?${things}:\s((?:${bare}|${name})(?:(?:,\s(?:and\s)?|\sand\s)(?:${bare}|${name})){0,10})\.?$`,
  'i',
);

/** What a paragraph says of the values that an operation is sent, of which the evidence tells: that they are required. Gives no diagnostics. */
export function toldPresence({ form, text, location }: ProseBlock, evidence: readonly Evidence[]): Evidence[] {
  if (form !== 'paragraph' || text.length > 3000 || (!text.includes('`') && !/^(?:required|mandatory)\s/im.test(text)))
    return [];
  const names = text
    .replaceAll('\n', ' ')
    .split(/(?<=[.!?])\s+/)
    .flatMap(
      (one) =>
        (sentence.exec(one.trim()) ?? label.exec(one.trim().replaceAll(/\*\*|__/g, '')))?.[1]?.match(/[\w$.-]+/g) ?? [],
    )
    .filter((one) => one !== 'and');
  const found = new Map<string, Evidence>();
  for (const { subject } of names.length > 0 ? evidence : []) {
    const isSent = subject.kind === 'parameter' || (subject.kind === 'request' && subject.path.length === 1);
    const own = isSent ? fieldName(subject) : undefined;
    if (own === undefined || !names.includes(own)) continue;
    const fact = { kind: 'required', value: true } as const;
    found.set(JSON.stringify(subject), { subject, fact, location, method: 'prose', confidence: 'medium' });
  }
  return [...found.values()];
}
