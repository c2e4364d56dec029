import type { ProseRow } from './prose.ts';

const times = String.raw`(?:multiple|several|many|a number of|any number of) times|more than once|repeatedly`;
const parameter = String.raw`(?:query\s)?(?:parameter|param|field|option|key|argument|filter)`;
const given = String.raw`(?:repeated|given|specified|used|passed|provided|supplied|included|set|sent|added)`;

/** How a text says that a parameter may be given several times. */
const repeated: readonly string[] = [
  String.raw`(?<!\b(?:not|never|words|it)\s[^.\n]{0,20})\b(?:may|can|could)(?:\salso)?\sbe\s${given}\s(?:${times})`,
  String.raw`\b(?:may|can|could)(?:\salso)?\sbe\srepeated\b(?!\s(?:if|when|until|after|within)\b)`,
  String.raw`\brepeat\s(?:this|the|that)\s${parameter}\b`,
  String.raw`\b(?:use|give|specify|pass|include|provide|add|send)\s(?:this|the)\s${parameter}\s(?:${times})`,
  String.raw`(?:^|[(,;]\s{0,3}|\n\s{0,5})(?:repeatable|multiple|may repeat)(?=[.,;)\n]|$)`,
  // `id=1&id=2`
  String.raw`[\s\x60?"'(&]([\w.[\]-]{1,60})=[^&\s\x60]{0,60}&\1=`,
];

const comma = String.raw`(?:commas?\b|\x60,\x60|','|",")`;

/** How a text says that several values stand in one, with commas between them. */
const joined: readonly string[] = [
  String.raw`\bcomma[- ]?(?:separated|delimited)\b`,
  String.raw`\b(?:separated|delimited|joined|divided)\s(?:by|with|using)\s(?:an?\s)?${comma}`,
  String.raw`\b(?:use|using|with)\s(?:an?\s)?${comma}\sto\s(?:separate|join|fetch|combine|list|give|pass|request|specify)\b`,
];

/** Values that may be given several times, one by one or in one text. */
export const repeatRows: readonly ProseRow[] = [
  {
    name: 'with commas',
    pattern: new RegExp(joined.join('|'), 'gi'),
    read: () => [{ fact: { kind: 'joined' }, confidence: 'medium' }],
  },
  {
    name: 'may be repeated',
    pattern: new RegExp(repeated.join('|'), 'gi'),
    read: (_, { isList }) => (isList ? [] : [{ fact: { kind: 'repeated' }, confidence: 'medium' }]),
  },
];
