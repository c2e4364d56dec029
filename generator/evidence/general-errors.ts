import { methodAndPath, namedOperations } from '../base/named-operations.ts';
import type { Data } from '../base/data.ts';
import type { Location } from '../base/location.ts';
import type { Block, CodeBlock, Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { componentRole } from './component-roles.ts';
import type { EntityName, EntityReference, Evidence, Subject } from './evidence.ts';
import { objectIn } from './message-samples.ts';
import type { KindAt } from './page-kinds.ts';
import { unitsOf } from './sections/units.ts';

/** A text that says that all errors have the body which stands beside it. */
const ofAllErrors =
  /\b(?:all|every|each|any)\s(?:(?:of\s(?:the|our)|api|http|non-2xx|failed|unsuccessful|possible)\s){0,3}(?:errors?|failures?)\b(?:\s(?:responses?|messages?|answers?|bod(?:y|ies)))?\s(?:\w+\s){0,3}?(?:has|have|returns?|is|are|come|comes|share|shares|use|uses|follow|follows|contain|contains|look|looks)\b|\b(?:common|same|standard|consistent|uniform)\s(?:\w+\s){0,3}(?:structure|format|shape|body|envelope|schema|object)\b[^.\n]{0,80}\berrors?\b|\berrors?\b[^.\n]{0,60}\b(?:in|with|have|share|follow|use)\s(?:the|a|this)\s(?:common|same|standard|consistent|uniform|following)\s(?:\w+\s){0,3}(?:structure|format|shape|body|envelope|schema)\b/i;

/** The same, where errors are all that the text is about. */
const ofErrors =
  /(?:^|[.:]\s)(?:the\s|our\s)?(?:api\s|http\s)?(?:errors|error\s(?:responses|bodies|messages|objects|replies))\s(?:\w+\s){0,2}?(?:have|look|are|come|carry|contain|use|follow)\b(?:[^.\n]{0,60}\b(?:this|following|below|body|format|structure|shape|object|json)\b|[^.\n]{1,120}:$)|(?:^|[.:]\s)(?:the\s|our\s)?(?:api\s|http\s)?(?:errors|error\s(?:responses|messages|objects|replies))\sare\s(?:returned|sent|reported|given|answered|represented)\s(?:[^.\n]{0,80}\s)?(?:as|like|with|in)(?:\sfollows|\sthis(?:\sform)?|\sjson)?:?$/i;

/** The same of what failed: `A failed call answers with a `message`:`. */
const ofFailed =
  /(?:^|[.:\n]\s{0,3})(?:an?\s|every\s|all\s|any\s)?(?:failed|unsuccessful|failing)\s(?:api\s|http\s)?(?:requests?|calls?)\s(?:will\s)?(?:answers?|returns?|responds?|gives?|yields?|ha(?:s|ve))\b[^.\n]{1,160}$/i;

interface Told {
  /** The document with the operations whose errors it is about, where these are not all. */
  readonly of?: string;
  /** What code shows; none where the page describes its fields. */
  readonly data?: Data;
  readonly location: Location;
  /** The object that a section describes, where its sentence says that all errors are that. */
  readonly object?: EntityName;
}

/**
 * The body that pages say all errors have (`Every error has this body:`), for each operation: for errors of any status, and for those of
 * which nothing but the status is described. What a page with operations says is about these alone. None where pages show several. Gives no diagnostics.
 */
export function generalErrors(evidence: readonly Evidence[], pages: readonly Page[], kindAt: KindAt): Evidence[] {
  const described = new Set(
    evidence.flatMap(({ subject, fact, location }) =>
      subject.kind === 'operation' && fact.kind === 'exists' ? [location.document] : [],
    ),
  );
  const told = pages.flatMap((page) => {
    const line = page.blocks[0]?.location.line ?? 1;
    const kind = kindAt({ document: page.path, line });
    const isGuide = kind === undefined ? isFront(page) && !described.has(page.path) : /^(?:general|guide)$/.test(kind);
    if (page.format === 'markdown' && isGuide)
      return errorBody(allBlocks(page.blocks)) ?? describedBody(page, evidence) ?? [];
    const isAbout = page.format === 'markdown' && page.blocks.some(isAboutErrors);
    const found = isAbout ? (errorBody(besideOperations(page)) ?? describedBody(page, evidence)) : undefined;
    return found ? { ...found, of: page.path } : [];
  });
  const general = told.filter(({ of }) => of === undefined);
  const own = told.filter(({ of }) => of !== undefined);
  return [...own, ...(general.length === 1 ? general : [])].flatMap((body) => {
    const about = evidence.filter(({ location: { document } }) =>
      body.of === undefined ? own.every(({ of }) => of !== document) : body.of === document,
    );
    return errorAnswers(body, about);
  });
}

/** Whether a page is the first of others by its name: what it says is about all of them. */
function isFront({ path }: Page): boolean {
  return /(?:^|\/)(?:readme|index|intro(?:duction)?|overview)\.\w{1,5}$/i.test(path);
}

/** The answers of the operations that some evidence is about which have the body of errors, and what that is. */
function errorAnswers(body: Told, evidence: readonly Evidence[]): Evidence[] {
  const bare = new Map<string, Set<string>>();
  const filled = new Set<string>();
  for (const { subject, fact } of evidence) {
    if (subject.kind !== 'response' || subject.status === undefined) continue;
    const key = methodAndPath(subject.operation);
    if (subject.path.length > 0 || !/^(?:exists|description)$/.test(fact.kind)) filled.add(`${key} ${subject.status}`);
    else if (/^[45]/.test(subject.status)) bare.set(key, (bare.get(key) ?? new Set()).add(subject.status));
  }
  const { location, data, object } = body;
  const { title, anchor } = object ?? entity;
  const reference: EntityReference = { document: location.document, words: title, link: `#${anchor}`, form: 'one' };
  const stated = { location, method: 'sample', confidence: 'medium' } as const;
  const own = { document: location.document, ...entity };
  const answers = [...namedOperations(evidence)].flatMap(([key, { operation }]) =>
    [...new Set([...(bare.get(key) ?? []), '4XX', '5XX'])].flatMap((status): Evidence[] => {
      if (filled.has(`${key} ${status}`)) return [];
      const subject = { kind: 'response', operation, status, path: [] } as const;
      return [
        { ...stated, subject, fact: { kind: 'exists' }, method: 'prose' },
        { ...stated, subject, fact: { kind: 'refers', reference }, method: 'prose' },
      ];
    }),
  );
  if (answers.length === 0 || object) return answers;
  const subject: Subject = { kind: 'entity', entity: own, path: [] };
  return [
    { ...stated, subject, fact: { kind: 'exists' } },
    { ...stated, subject, fact: { kind: 'type', words: 'object' } },
    { ...stated, subject, fact: { kind: 'alias', anchor: entity.anchor } },
    ...(data ? [{ ...stated, subject, fact: { kind: 'sample', data } } as const] : []),
    ...answers,
  ];
}

/** Whether a heading is about errors in general. */
function isAboutErrors(block: Block): boolean {
  return block.kind === 'heading' && aboutErrors.test(block.text);
}

const aboutErrors =
  /^(?:\d{1,2}\.?\s)?(?:errors?(?:\s(?:handling|responses?|formats?|body|bodies|messages?|objects?|codes?|structure))?|handling\serrors)$/i;

/** The blocks that a page with operations has about errors outside of all of these. */
function besideOperations(page: Page): readonly Block[] {
  return unitsOf(page).loose.flatMap(({ section, blocks }) => (aboutErrors.test(section.title) ? blocks : []));
}

/** The object that is described under a heading over errors, right behind a text that speaks of all errors. */
function describedBody(page: Page, evidence: readonly Evidence[]): Told | undefined {
  const objects = new Map(
    evidence.flatMap(({ subject, fact, location }) =>
      subject.kind === 'entity' &&
      subject.path.length === 0 &&
      fact.kind === 'exists' &&
      location.document === page.path
        ? [[location.line, subject.entity]]
        : [],
    ),
  );
  if (objects.size === 0) return undefined;
  const found = unitsOf(page).loose.flatMap(({ section, blocks }): Told[] => {
    const object = section.heading && objects.get(section.heading.location.line);
    const said = aboutErrors.test(section.title) ? blocks.find(saysOfAll) : undefined;
    return object && said ? [{ object, location: said.location }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** What the body of all errors is called. */
const entity = { title: 'Error body', anchor: 'error-body' } as const;

/**
 * The object that a page without operations says all errors are, by which components that describe its fields are told; undefined where
 * the page says no such thing. Gives no diagnostics.
 */
export function errorEntity(page: Page): EntityName | undefined {
  const isTold = page.format === 'markdown' && errorBody(allBlocks(page.blocks)) !== undefined;
  return isTold ? { document: page.path, ...entity } : undefined;
}

/** The only object in code beside a text that speaks of all errors, or the fields right behind such a text. */
function errorBody(blocks: readonly Block[]): Told | undefined {
  const leaves = blocks.filter((block) => block.kind !== 'element');
  const found = leaves.flatMap((block, index): Told[] => {
    const data = block.kind === 'code' ? errorObject(block) : undefined;
    const beside = [leaves[index - 1], leaves[index + 1]];
    const before = leaves[index - 1];
    return data && (beside.some(saysOfAll) || (before && isAboutErrors(before)))
      ? [{ data, location: block.location }]
      : [];
  });
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const fields = blocks.filter((block, index) => isField(block) && saysOfAll(blocks[index - 1]));
  const [field, ...others] = fields;
  return field && others.length === 0 ? { location: field.location } : undefined;
}

function isField(block: Block): boolean {
  return block.kind === 'element' && componentRole(block.tag) === 'parameter';
}

function saysOfAll(block: Block | undefined): boolean {
  const text = block?.kind === 'prose' ? block.text.slice(0, 2000).trim() : '';
  return ofAllErrors.test(text) || ofErrors.test(text) || ofFailed.test(text);
}

function errorObject(block: CodeBlock): Data | undefined {
  const data = objectIn(block);
  return data && /error|message|code|detail|title|fault|problem/i.test(Object.keys(data.value as object).join(' '))
    ? data
    : undefined;
}
