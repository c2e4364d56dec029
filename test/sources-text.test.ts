import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { own, ownArray, ownObject, ownString, type JsonValue } from '../generator/base/json.ts';
import { createReport, type Report } from '../generator/base/diagnostic.ts';
import type { Evidence, Fact, Source, Step, Subject } from '../generator/evidence/evidence.ts';
import { labelledText } from '../generator/evidence/sources/labelled-text.ts';
import { namelessText } from '../generator/evidence/sources/nameless-text.ts';
import type { Page } from '../generator/pages/page.ts';

function textPage(text: string): Page {
  return { path: 'page.txt', format: 'text', text, uri: 'file:///page.txt', blocks: [] };
}

function stepText(step: Step): string {
  if (step.kind === 'property') return `.${step.name}`;
  return step.kind === 'branch' ? `{${step.tag}=${step.value}}` : '[]';
}

/** A short name of a subject: `path:id`, `request.data.title`, `response 200.id`. */
function subjectText(subject: Subject): string {
  if (subject.kind === 'parameter') return `${subject.location}:${subject.name}`;
  if (subject.kind === 'request') return `request${subject.path.map(stepText).join('')}`;
  if (subject.kind === 'response') return `response ${subject.status ?? '?'}${subject.path.map(stepText).join('')}`;
  return subject.kind;
}

interface Reading {
  readonly evidence: readonly Evidence[];
  readonly report: Report;
  /** The facts of one kind about one subject. */
  of<K extends Fact['kind']>(subject: string, kind: K): Extract<Fact, { kind: K }>[];
  /** The lines of all facts about a subject. */
  lines(subject: string): string[];
}

function readPage(source: Source, text: string): Reading {
  const report = createReport();
  const evidence = source.read(textPage(text), report);
  const about = (subject: string): Evidence[] => evidence.filter((one) => subjectText(one.subject) === subject);
  return {
    evidence,
    report,
    of: (subject, kind) =>
      about(subject)
        .map(({ fact }) => fact)
        .filter((fact): fact is Extract<Fact, { kind: typeof kind }> => fact.kind === kind),
    lines: (subject) =>
      about(subject).map(({ location: { line, endLine } }) =>
        endLine === undefined ? `${line}` : `${line}-${endLine}`,
      ),
  };
}

const descriptions = (reading: Reading): [string, string][] =>
  reading.evidence.flatMap(({ subject, fact }) =>
    fact.kind === 'description' ? [[subjectText(subject), fact.text] as [string, string]] : [],
  );

const kinds = ({ evidence }: Reading): string[] =>
  evidence.map(({ subject, fact }) => `${subjectText(subject)} ${fact.kind}`).toSorted();

const codes = (reading: Reading): string[] => reading.report.all().map(({ code }) => code);

const bareSamples = `curl --request PUT \\
--url https://api.shelf.test/v1/{room}/books/{book} \\
--header 'Authorization: Bearer <token>' \\
--header 'Content-Type: application/json' \\
--data '
{
"book": {
"heading": "Dune",
"tags": ["sand"],
"is_lent": true,
"cover": { "kind": "plain", "pages": [ { "text": "a" } ] },
"state": "new"
}
}
'{
"book": {
"id": "14beef7a-99f7-4534-a87e-70b564330a4c",
"heading": "Dune",
"lent_at": null,
"cover": null,
"owner": { "name": "Ada", "created_at": "2024-01-01T00:00:00Z" }
}
}`;
const bareText = `Replaces one book. Required scopes: book:write, shelf.read.
This service uses OAuth 2.0 with the client credentials grant.
Whether the room is public or private.
public, private "public"
The slug that identifies the book.
Show child attributes
The heading printed on the spine.
"Emma"
Free tags for the book.
2Whether the book is lent to somebody.
true
What the cover looks like.
Show child attributes
photo "photo"
The resolution of the photo.
high "high"
{ "kind": "plain", "pages": [] }
The state the book is in.
new, used, worn "used"
OK
Show child attributes
A UUID that identifies the book.
"97052eb9-e65e-443f-a297-f2d9a4a7f795"
The heading printed on the spine.
"Emma"
When the book was lent.
"2024-05-01T00:00:00Z"
What the cover looks like.
Show child attributes
photo "photo"
The resolution of the photo.
high "high"
The owner of the book.
Show child attributes
The name of the owner.
"Ada"
When the owner was created.`;

describe('nameless-text', () => {
  const reading = readPage(namelessText, `${bareSamples}${bareText}`);

  it('finds the name of every text', () => {
    expect(Object.fromEntries(descriptions(reading))).toEqual({
      operation: 'Replaces one book. Required scopes: book:write, shelf.read.',
      'path:room': 'Whether the room is public or private.',
      'path:book': 'The slug that identifies the book.',
      'request.book.heading': 'The heading printed on the spine.',
      'request.book.tags': 'Free tags for the book.',
      'request.book.is_lent': 'Whether the book is lent to somebody.',
      'request.book.cover': 'What the cover looks like.',
      'request.book.cover{kind=photo}.pages': 'The resolution of the photo.',
      'request.book.state': 'The state the book is in.',
      'response 200': 'OK',
      'response 200.book.id': 'A UUID that identifies the book.',
      'response 200.book.heading': 'The heading printed on the spine.',
      'response 200.book.lent_at': 'When the book was lent.',
      'response 200.book.cover': 'What the cover looks like.',
      'response 200.book.cover{kind=photo}.pages': 'The resolution of the photo.',
      'response 200.book.owner': 'The owner of the book.',
      'response 200.book.owner.name': 'The name of the owner.',
      'response 200.book.owner.created_at': 'When the owner was created.',
    });
    expect(codes(reading)).toEqual([]);
  });

  it('reads scopes and authentication', () => {
    expect(reading.of('operation', 'scope').map(({ scope }) => scope)).toEqual(['book:write', 'shelf.read']);
    expect(reading.of('operation', 'security').map(({ security }) => security)).toEqual([
      { type: 'http', scheme: 'bearer' },
      { type: 'oauth2', flow: 'clientCredentials' },
    ]);
  });

  it('closes the lists it sees whole, and leaves those of a folded branch open', () => {
    expect(reading.of('path:room', 'enum')).toEqual([{ kind: 'enum', values: ['public', 'private'], closed: true }]);
    expect(reading.of('request.book.state', 'enum')[0]?.closed).toBe(true);
    expect(reading.of('request.book.cover{kind=photo}.pages', 'enum')).toEqual([
      { kind: 'enum', values: ['high'], closed: false },
    ]);
  });

  it('sees a union where the fold shows another constant than the sample, on both sides', () => {
    const union = { kind: 'union', tag: 'kind', values: ['photo', 'plain'], complete: false };
    expect(reading.of('request.book.cover', 'union')).toEqual([union]);
    expect(reading.of('response 200.book.cover', 'union')).toEqual([union]);
    expect(reading.of('request.book.cover{kind=plain}.pages', 'type')).toEqual([{ kind: 'type', words: 'object[]' }]);
    const taken = reading.evidence.filter(
      (one) => subjectText(one.subject) === 'response 200.book.cover{kind=plain}.pages',
    );
    expect(taken.map(({ confidence }) => confidence)).toEqual(['low', 'low']);
    expect(reading.of('request.book.cover', 'example')[0]?.value).toEqual({ kind: 'plain', pages: [] });
  });

  it('reads nullability, formats and the limits that lost their label', () => {
    expect(reading.of('response 200.book.lent_at', 'nullable')).toHaveLength(1);
    expect(reading.of('response 200.book.lent_at', 'format')).toEqual([{ kind: 'format', format: 'date-time' }]);
    expect(reading.of('request.book.tags', 'limit')).toEqual([{ kind: 'limit', keyword: 'minItems', value: 2 }]);
  });

  it('says that the number of the status is a guess', () => {
    expect(reading.of('response 200', 'uncertain')).toHaveLength(1);
    const stated = readPage(namelessText, `${bareSamples}${bareText.replace('\nOK\n', '\n201\n')}`);
    expect(stated.of('response 201', 'uncertain')).toEqual([]);
    expect(stated.of('response 201', 'exists')).toHaveLength(1);
  });

  it('gives the same facts where the page prints its samples twice', () => {
    const twice = readPage(
      namelessText,
      `${bareSamples}Replaces one book. Required scopes: book:write, shelf.read.\n${bareSamples}${bareText.split('\n').slice(1).join('\n')}`,
    );
    expect(kinds(twice)).toEqual(kinds(reading));
  });

  it('reports texts that fit nothing instead of guessing', () => {
    const lost = readPage(
      namelessText,
      `${bareSamples}${bareText}\nThe weather in Paris.\n"sunny"\nThe weather in Rome.\n"rainy"`,
    );
    expect(codes(lost)).toEqual(['evidence/unassigned', 'evidence/unassigned']);
    expect(lost.report.all().map(({ location }) => location?.line)).toEqual([60, 62]);
  });

  it('does not claim other pages, and names what is missing', () => {
    expect(namelessText.sniff({ ...textPage('# A'), format: 'markdown' }).score).toBe(0);
    expect(namelessText.sniff(textPage('Just prose.')).score).toBe(0);
    expect(codes(readPage(namelessText, 'Just prose.'))).toEqual(['evidence/no-endpoint']);
  });
});

const gluedPage = `Rename a shelf
PATCH/v1/shelves/{shelf_id}/
Gives a shelf another name.
Path Parameters
shelf_id:requiredstringThe shelf.
Query Parameters
dry_run:optionalbooleanOnly try.
Body Parameters
name:requiredstring | nullThe new name.
labels:optionalstring[]Labels of it.
Scopes
shelves:write
Rename a shelf
cURL
curl -X PATCH "https://api.shelf.test/v1/shelves/7/" \\
-H "X-API-Key: $KEY" \\
-d '{
"name": "B",
"labels": ["x"]
}'javascript
await fetch("https://api.shelf.test/v1/shelves/7/", {
headers: { "X-API-Key": "abc" },
});Response202
json
{
"id": 7
}Was this any use?`;

describe('labelled-text', () => {
  it('reads names glued to type and text', () => {
    const reading = readPage(labelledText, gluedPage);
    expect(Object.fromEntries(descriptions(reading))).toEqual({
      operation: 'Gives a shelf another name.',
      'path:shelf_id': 'The shelf.',
      'query:dry_run': 'Only try.',
      'request.name': 'The new name.',
      'request.labels': 'Labels of it.',
    });
    expect(reading.of('operation', 'summary')).toEqual([{ kind: 'summary', text: 'Rename a shelf' }]);
    expect(reading.of('operation', 'scope').map(({ scope }) => scope)).toEqual(['shelves:write']);
    expect(reading.of('request.name', 'type')).toEqual([{ kind: 'type', words: 'string | null' }]);
    expect(reading.of('request.name', 'required')).toEqual([{ kind: 'required', value: true }]);
    expect(reading.of('query:dry_run', 'required')).toEqual([{ kind: 'required', value: false }]);
    expect(reading.of('request', 'sample')).toHaveLength(1);
    expect(reading.of('response 202', 'sample')[0]?.data.value).toEqual({ id: 7 });
    expect(reading.of('path:shelf_id', 'example')).toEqual([{ kind: 'example', value: '7' }]);
    expect(reading.report.all().map(({ code, location }) => `${code} ${location?.line}`)).toEqual([
      'evidence/unread 27',
    ]);
  });

  it('reads the other order, options and nesting, with the sample as a guide', () => {
    const reading = readPage(
      labelledText,
      `POST /v1/boxes
boxobjectrequired
Show child attributes
statusenum<string>requiredHow full it is.
Available options: full, empty
partsobject[]
Show child attributes
sizeintegerdefault:3The size.
statusstringOf the part.
notestring
curl https://h.test/v1/boxes -d '{"box": {"status": "full", "parts": [{"size": 1, "status": "x"}], "note": "n"}}'
200
Done
idstringrequiredThe id.`,
    );
    expect(Object.fromEntries(descriptions(reading))).toEqual({
      'request.box.status': 'How full it is.',
      'request.box.parts[].size': 'The size.',
      'request.box.parts[].status': 'Of the part.',
      'response 200': 'Done',
      'response 200.id': 'The id.',
    });
    expect(reading.of('request.box.status', 'enum')).toEqual([
      { kind: 'enum', values: ['full', 'empty'], closed: true },
    ]);
    expect(reading.of('request.box.parts[].size', 'default')).toEqual([{ kind: 'default', value: 3 }]);
    expect(reading.of('request.box.note', 'type')).toEqual([{ kind: 'type', words: 'string' }]);
  });

  it('reads one token a line', () => {
    const reading = readPage(
      labelledText,
      'List boxes\nGET https://h.test/v1/boxes\nlimit\ninteger\ndefault:10\nHow many.\nobject\nstring\nrequired\nIts kind.\n200\nid\nstring\nrequired\nThe id.',
    );
    expect(Object.fromEntries(descriptions(reading))).toEqual({
      'query:limit': 'How many.',
      'query:object': 'Its kind.',
      'response 200.id': 'The id.',
    });
    expect(reading.of('query:limit', 'default')).toEqual([{ kind: 'default', value: 10 }]);
    expect(reading.of('api', 'server')).toEqual([{ kind: 'server', url: 'https://h.test' }]);
  });

  it('does not claim other pages, and names what is missing', () => {
    expect(labelledText.sniff({ ...textPage('GET /a'), format: 'markdown' }).score).toBe(0);
    expect(labelledText.sniff(textPage('name:requiredstringText')).score).toBe(0);
    expect(codes(readPage(labelledText, 'name:requiredstringText'))).toEqual(['evidence/no-endpoint']);
  });

  it('leaves each form to its own source', () => {
    const bare = textPage(`${bareSamples}${bareText}`);
    expect(namelessText.sniff(bare).score).toBeGreaterThan(labelledText.sniff(bare).score);
    const labelled = textPage(gluedPage);
    expect(labelledText.sniff(labelled).score).toBeGreaterThan(namelessText.sniff(labelled).score);
  });
});

const seeds = fileURLToPath(new URL('../../shared/seeds/', import.meta.url));
const hasSeeds = existsSync(seeds);
const seed = (name: string): string => readFileSync(`${seeds}${name}`, 'utf8');

function bodySchema(holder: JsonValue | undefined): JsonValue | undefined {
  return own(ownObject(ownObject(holder, 'content'), 'application/json'), 'schema');
}

/** The descriptions of a schema's properties; branches of a union carry the constant of `type`. */
function idealTexts(schema: JsonValue | undefined, path: string): [string, string][] {
  const branches = (ownArray(schema, 'oneOf') ?? []).flatMap((branch) => {
    const constant = ownString(ownObject(ownObject(branch, 'properties'), 'type'), 'const');
    return idealTexts(branch, `${path}{type=${constant ?? '?'}}`);
  });
  const properties = Object.entries(ownObject(schema, 'properties') ?? {}).flatMap(([name, child]) => {
    const text = ownString(child, 'description')?.replaceAll(/\s+/g, ' ').trim();
    const own: [string, string][] = text === undefined ? [] : [[`${path}.${name}`, text]];
    return [...own, ...idealTexts(child, `${path}.${name}`)];
  });
  return [...branches, ...properties];
}

describe.skipIf(!hasSeeds)('the seed pages (skipped where ../shared/seeds is absent)', () => {
  it('reads the nameless page to the last line', () => {
    const text = hasSeeds ? seed('attio-update-attribute.scraped.txt') : '';
    const reading = readPage(namelessText, text);
    const currency = 'config.currency.default_currency_code';
    expect(reading.of(`request.data.${currency}`, 'enum')[0]?.values).toHaveLength(38);
    expect(reading.of(`response 200.data.${currency}`, 'enum')[0]?.values).toHaveLength(38);
    expect(reading.of('response 200.data.config.currency.display_type', 'enum')[0]?.values).toHaveLength(4);
    expect(reading.of('response 200.data.type', 'enum')[0]?.values).toHaveLength(17);
    expect(reading.of('request.data.config.record_reference.allowed_objects', 'limit')).toEqual([
      { kind: 'limit', keyword: 'minItems', value: 1 },
    ]);
    expect(reading.of('operation', 'scope')).toEqual([{ kind: 'scope', scope: 'object_configuration:read-write' }]);
    for (const side of ['request', 'response 200']) {
      expect(reading.of(`${side}.data.default_value`, 'union')).toEqual([
        { kind: 'union', tag: 'type', values: ['dynamic', 'static'], complete: false },
      ]);
    }
    expect(codes(reading)).toEqual([]);
    expect(reading.lines('path:target')).toEqual(['2', '158', '159', '159', '159']);
    expect(reading.lines('response 200.data.title')).toEqual(['206', '207']);
  });

  it('gives every description the name that a careful reader gave it', () => {
    const reading = readPage(namelessText, seed('attio-update-attribute.scraped.txt'));
    const found = new Map(descriptions(reading).filter(([subject]) => /\./.test(subject)));
    const ideal = parseData(seed('ideal/attio-update-attribute.scraped.yaml'), { document: 'ideal' });
    const root = isDataFailure(ideal) ? null : ideal.value;
    const operation = ownObject(
      ownObject(ownObject(root, 'paths'), '/v2/{target}/{identifier}/attributes/{attribute}'),
      'patch',
    );
    const wanted = new Map([
      ...idealTexts(bodySchema(ownObject(operation, 'requestBody')), 'request'),
      ...idealTexts(bodySchema(ownObject(ownObject(operation, 'responses'), '200')), 'response 200'),
    ]);
    expect(wanted.size).toBeGreaterThan(40);
    expect(found).toEqual(wanted);
  });

  it('reads the labelled page', () => {
    const reading = readPage(labelledText, hasSeeds ? seed('plane-add-property-values.scraped.txt') : '');
    expect(descriptions(reading).map(([subject]) => subject)).toEqual([
      'operation',
      'path:project_id',
      'path:property_id',
      'path:slug',
      'path:work_item_id',
      'request.value',
      'request.external_id',
      'request.external_source',
    ]);
    expect(reading.of('request.value', 'required')).toEqual([{ kind: 'required', value: true }]);
    expect(reading.of('response 200', 'sample')).toHaveLength(1);
    expect(codes(reading)).toEqual([]);
  });
});
