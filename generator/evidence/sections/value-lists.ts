import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Subject } from '../evidence.ts';
import type { FieldRow } from './field-row.ts';

/** A line that ends in the name of a parameter: ``Narrow the results with the `kind` parameter:``. */
const ownerLine =
  /\b(?:the|an?|by|with|using|via)\s`([\w.$[\]-]{1,60})`\s(?:(?:query|path|body|header|request|url|optional)\s){0,2}(?:param(?:eter)?|field|option|argument|attribute|header)\s{0,2}:$/i;

/** The same of a line that says that values follow: ``Possible values for `kind`:``, `` `kind` can be one of these:``. */
const valuesLine =
  /^(?:the\s)?(?:following\s)?(?:(?:possible|allowed|valid|accepted|available|supported)\s)?(?:values|options|choices)\s(?:[a-z]{1,12}\s){1,4}(?:the\s)?`([\w.$[\]-]{1,60})`[^`\n]{0,40}:$|^(?:the\s)?`([\w.$[\]-]{1,60})`[^`\n]{0,40}\b(?:values?|options?|one\sof)\b[^`\n]{0,40}:$|^(?:the\s)?`([\w.$[\]-]{1,60})`\s(?:[a-z]{1,12}\s)?(?:can|may|must)\sbe(?:\s(?:one\sof|any\sof|the\sfollowing|either))?\s?:$/i;

/** An item that says its type is a field: `` `address` has these options: - `street` (string)``. */
const typedItem =
  /^\s{0,9}[-*+]\s{1,3}[`*_]{0,3}[\w.$[\]-]{1,60}[`*_]{0,3}\s?[:–—-]?\s?[(*_`]{0,3}(?:string|integer|int|number|float|boolean|bool|object|array|uuid|date)\b/im;

/**
 * The parameter whose values a list gives, as the line before it says: with line and list as its description, behind what `evidence`
 * says of it; `unknown` where nothing else describes it. The items of such a list name no parameters. Undefined where the line
 * names none. Gives no diagnostics.
 */
export function listedValuesOwner(
  intro: string,
  list: ProseBlock,
  evidence: readonly Evidence[],
): FieldRow | 'unknown' | undefined {
  const line = intro.trim().split('\n').at(-1)?.slice(-300) ?? '';
  const stated = ownerLine.exec(line)?.[1];
  const name =
    stated ??
    valuesLine
      .exec(line)
      ?.slice(1)
      .find((one) => one !== undefined);
  if (name === undefined) return undefined;
  if (stated === undefined && typedItem.test(list.text)) return undefined;
  // what only has values is none to send
  if (stated === undefined && !evidence.some(({ subject }) => fieldName(subject) === name)) return 'unknown';
  const told = evidence.flatMap(({ subject, fact }) =>
    fact.kind === 'description' && fieldName(subject) === name ? [fact.text.trim()] : [],
  );
  const description = [...told.slice(0, 1), `${intro.trim()}\n${list.text}`].join('\n\n');
  return { name, description, children: [], location: list.location, method: 'prose' };
}

/** The name of the parameter or property that something is about; undefined where it is about none. */
export function fieldName(subject: Subject): string | undefined {
  if (subject.kind === 'parameter') return subject.name;
  if (subject.kind !== 'request' && subject.kind !== 'response' && subject.kind !== 'entity') return undefined;
  const step = subject.path.at(-1);
  return step?.kind === 'property' ? step.name : undefined;
}
