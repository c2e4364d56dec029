import { typed } from '../component-attributes.ts';
import type { Reading } from './operation-reading.ts';
import { fieldName } from './value-lists.ts';

const literal = String.raw`(?:\x60[^\x60\n]{1,60}\x60|"[^"\n]{1,60}")`;
const field = String.raw`(?:the\s)?\x60([\w.$[\]-]{1,60})\x60(?:\s(?:query|path|body|header|request)){0,2}(?:\s(?:param(?:eter)?|field|option|property|attribute|argument))?`;

/** ``Supported values for `sort`: `name`, `age`.``, ``The values of `kind` are `tree` and `herb`.`` */
const valuesLine = new RegExp(
  String.raw`(?:^|[.;\n]\s{0,3})(?:the\s)?(?:(?:possible|allowed|valid|accepted|available|supported|permitted|recognized)\s)?(?:values|options|choices)\s(?:for|of)\s${field}(?:\s(?:are|is)(?:\sone\sof)?(?:\s?:)?|\s?:)\s{1,3}(${literal}(?:(?:,|\s?\/|\s?\||,?\s(?:and|or))\s?${literal}){1,60})(?=\s?(?:$|[.\n]))`,
  'gi',
);

/**
 * Adds the values that sentences of an operation list of one of its fields, apart from what describes it. What several parts of one body may be
 * meant by gives none. Gives no diagnostics.
 */
export function readValueLines({ unit, evidence }: Pick<Reading, 'unit' | 'evidence'>): void {
  for (const { block } of unit.parts) {
    if (block.kind !== 'prose' || block.items) continue;
    for (const [, name = '', list = ''] of block.text.slice(0, 5000).matchAll(valuesLine)) {
      const values = [...list.matchAll(/[`"]([^`"\n]{1,60})[`"]/g)].map(([, value = '']) => value);
      const about = evidence.filter(({ subject, fact }) => fact.kind === 'exists' && fieldName(subject) === name);
      const found = new Map(about.map(({ subject }) => [JSON.stringify(subject), subject]));
      const sent = [...found.values()].filter(({ kind }) => kind !== 'response');
      if (sent.length > 1 || found.size > 2) continue;
      for (const subject of found.values()) {
        const words = evidence.find((one) => one.subject === subject && one.fact.kind === 'type');
        const type = words?.fact.kind === 'type' ? words.fact.words : '';
        const fact = { kind: 'enum', values: values.map((value) => typed(value, type)), closed: true } as const;
        evidence.push({ subject, fact, location: block.location, method: 'prose', confidence: 'medium' });
      }
    }
  }
}
