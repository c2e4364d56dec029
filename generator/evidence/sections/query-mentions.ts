import type { ProseBlock } from '../../pages/page.ts';
import { credentialOf } from '../code-samples.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { selectsCall } from '../query-calls.ts';
import { isPlaceholder, queryPairs } from '../request-url.ts';
import { typeWordsOf } from './list-notes.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

const sent =
  /\b(?:pass(?:ing)?|add(?:ing)?|append(?:ing)?|us(?:e|ing)|with|set(?:ting)?|via|by|includ(?:e|ing)|supply(?:ing)?|provid(?:e|ing)|send(?:ing)?|specify(?:ing)?)\b[^.`]{0,60}`\?([\w.$[\]-]{1,60}=[^`\s]{0,200})`/gi;

/** The same of parameters that are called so: ``add the query parameters `force=true` and `deep=true` ``. */
const sentAsParameters =
  /\b(?:pass(?:ing)?|add(?:ing)?|append(?:ing)?|us(?:e|ing)|with|set(?:ting)?|includ(?:e|ing)|supply(?:ing)?|provid(?:e|ing)|send(?:ing)?|specify(?:ing)?)\s(?:[a-z]{1,12}\s){0,2}query(?:\sstring)?\sparam(?:eter)?s?((?:[\s,/]{1,3}(?:and\s?\/?\s?(?:or\s)?|or\s)?`\??[\w.$[\]-]{1,60}=[^`\s]{0,200}`){1,6})/gi;

/**
 * The parameters that the text of an operation says its query may have, with the values that it shows: ``passing
 * `?format=wide` ``. Gives no diagnostics.
 */
export function queryMentions(block: Pick<ProseBlock, 'text' | 'location'>, operation: OperationName): Evidence[] {
  const text = block.text.slice(0, 5000);
  const listed = [...text.matchAll(sentAsParameters)].flatMap(
    ([, list = '']) => list.match(/[^`\s,/]{1,60}=[^`\s]*/g) ?? [],
  );
  const pairs = [...[...text.matchAll(sent)].map(([, one = '']) => one), ...listed].flatMap((one) =>
    queryPairs(one.replace(/^\?/, '')),
  );
  return pairs.flatMap(({ name, value }): Evidence[] => {
    if (!/^[\w.$-]{1,60}(?:\[[\w.-]{0,40}\])*$/.test(name)) return [];
    const subject: Subject = { kind: 'parameter', operation, location: 'query', name };
    const stated = { subject, location: block.location, method: 'prose', confidence: 'medium' } as const;
    const isShown = value !== '' && !isPlaceholder(value);
    return [
      { ...stated, fact: { kind: 'exists' } },
      ...(isShown
        ? [{ ...stated, fact: { kind: 'example', value }, method: 'sample', confidence: 'low' } as const]
        : []),
    ];
  });
}

/** The parameters, or the credential, in the query that is written behind the path of an endpoint. Gives no diagnostics. */
export function statedQuery({ query, queryValues, operation, block }: NamedEndpoint): Evidence[] {
  return (query ?? []).flatMap((name, at): Evidence[] => {
    const security = credentialOf(name, '', 'query');
    const stated = { location: block.location, method: 'prose', confidence: 'medium' } as const;
    if (security)
      return [{ subject: { kind: 'operation', operation }, fact: { kind: 'security', security }, ...stated }];
    const subject: Subject = { kind: 'parameter', operation, location: 'query', name };
    const value = queryValues?.[at] ?? '';
    const selected: Fact[] = selectsCall(name, value)
      ? [
          { kind: 'type', words: 'string' },
          { kind: 'required', value: true },
          { kind: 'enum', values: [value], closed: false },
        ]
      : [];
    const facts: Fact[] = [{ kind: 'exists' }, ...placeholderFacts(name, value), ...selected];
    return facts.map((fact) => ({ subject, fact, ...stated }));
  });
}

/** What the placeholder of a value says: its type (`<int>`), or the values that it may have (`<name|size>`, `[true|false]`). */
function placeholderFacts(name: string, written: string): Fact[] {
  const inner = /^[<[{(]\s?([^<>[\]{}()]{1,200}?)\s?[>\]})]$/.exec(written.trim())?.[1] ?? '';
  const values = inner.split('|').map((value) => value.trim());
  if (values.length > 1 && values.every((value) => /^[\w.-]{1,60}$/.test(value))) {
    if (values.every((value) => /^(?:true|false)$/i.test(value))) return [{ kind: 'type', words: 'boolean' }];
    if (values.some((value) => typeWordsOf(value) !== undefined)) return [];
    return [
      { kind: 'type', words: 'string' },
      { kind: 'enum', values, closed: true },
    ];
  }
  const words = /^(?:SHORT|LONG)$/.test(inner) ? 'integer' : typeWordsOf(inner);
  return words === undefined || inner.toLowerCase() === name.toLowerCase() ? [] : [{ kind: 'type', words }];
}
