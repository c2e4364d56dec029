import { isObject } from '../base/json.ts';
import { createReport } from '../base/diagnostic.ts';
import type { Data } from '../base/data.ts';
import type { Location } from '../base/location.ts';
import type { Block, CodeBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import type { EntityReference, Evidence, OperationName, Subject } from './evidence.ts';
import { codeSample } from './message-samples.ts';
import type { KindAt } from './page-kinds.ts';

/** A text that says that all errors have the body which stands beside it. */
const ofAllErrors =
  /\b(?:all|every|each|any)\s(?:(?:of\s(?:the|our)|api|http|non-2xx|failed|unsuccessful|possible)\s){0,3}(?:errors?|failures?)\b(?:\s(?:responses?|messages?|answers?|bod(?:y|ies)))?\s(?:\w+\s){0,3}?(?:has|have|returns?|is|are|come|comes|share|shares|use|uses|follow|follows|contain|contains|look|looks)\b|\b(?:common|same|standard|consistent|uniform)\s(?:\w+\s){0,3}(?:structure|format|shape|body|envelope|schema|object)\b[^.\n]{0,80}\berrors?\b|\berrors?\b[^.\n]{0,60}\b(?:in|with|have|share|follow|use)\s(?:the|a|this)\s(?:common|same|standard|consistent|uniform|following)\s(?:\w+\s){0,3}(?:structure|format|shape|body|envelope|schema)\b/i;

interface Told {
  readonly data: Data;
  readonly location: Location;
}

/**
 * The body that pages say all errors have (`Every error has this body:`), for each operation: for errors of any status, and for those of
 * which nothing but the status is described. None where pages show several. Gives no diagnostics.
 */
export function generalErrors(evidence: readonly Evidence[], pages: readonly Page[], kindAt: KindAt): Evidence[] {
  const told = pages.flatMap((page) => {
    const line = page.blocks[0]?.location.line ?? 1;
    const isGeneral =
      page.format === 'markdown' && /^(?:general|guide)$/.test(kindAt({ document: page.path, line }) ?? '');
    return isGeneral ? (errorBody([...allBlocks(page.blocks)]) ?? []) : [];
  });
  const [body, ...others] = told;
  if (!body || others.length > 0) return [];
  const bare = new Map<string, { readonly operation: OperationName; readonly statuses: Set<string> }>();
  const filled = new Set<string>();
  for (const { subject, fact } of evidence) {
    if (!('operation' in subject)) continue;
    const { operation } = subject;
    const key = `${operation.method} ${operation.path}`;
    if (subject.kind === 'operation' && fact.kind === 'exists' && !bare.has(key))
      bare.set(key, { operation, statuses: new Set() });
    if (subject.kind !== 'response' || subject.status === undefined) continue;
    if (subject.path.length > 0 || !/^(?:exists|description)$/.test(fact.kind)) filled.add(`${key} ${subject.status}`);
    else if (/^[45]/.test(subject.status)) bare.get(key)?.statuses.add(subject.status);
  }
  const { location, data } = body;
  const reference: EntityReference = {
    document: location.document,
    words: entity.title,
    link: `#${entity.anchor}`,
    form: 'one',
  };
  const stated = { location, method: 'sample', confidence: 'medium' } as const;
  const own = { document: location.document, ...entity };
  const answers = [...bare].flatMap(([key, { operation, statuses }]) =>
    [...new Set([...statuses, '4XX', '5XX'])].flatMap((status): Evidence[] => {
      if (filled.has(`${key} ${status}`)) return [];
      const subject = { kind: 'response', operation, status, path: [] } as const;
      return [
        { ...stated, subject, fact: { kind: 'exists' }, method: 'prose' },
        { ...stated, subject, fact: { kind: 'refers', reference }, method: 'prose' },
      ];
    }),
  );
  if (answers.length === 0) return [];
  const subject: Subject = { kind: 'entity', entity: own, path: [] };
  return [
    { ...stated, subject, fact: { kind: 'exists' } },
    { ...stated, subject, fact: { kind: 'type', words: 'object' } },
    { ...stated, subject, fact: { kind: 'alias', anchor: entity.anchor } },
    { ...stated, subject, fact: { kind: 'sample', data } },
    ...answers,
  ];
}

/** What the body of all errors is called. */
const entity = { title: 'Error body', anchor: 'error-body' } as const;

/** The only object in code beside a text that speaks of all errors. */
function errorBody(blocks: readonly Block[]): Told | undefined {
  const found = blocks.flatMap((block, index): Told[] => {
    const data = block.kind === 'code' ? errorObject(block) : undefined;
    const beside = [blocks[index - 1], blocks[index + 1]];
    const isTold = beside.some((one) => one?.kind === 'prose' && ofAllErrors.test(one.text.slice(0, 2000)));
    return data && isTold ? [{ data, location: block.location }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function errorObject(block: CodeBlock): Data | undefined {
  if (!/^\s*\{/.test(block.text)) return undefined;
  const data = codeSample(block, { text: block.text, line: 0 }, createReport());
  const isOne = data !== undefined && isObject(data.value);
  return isOne && /error|message|code|detail|title|fault|problem/i.test(Object.keys(data.value as object).join(' '))
    ? data
    : undefined;
}
