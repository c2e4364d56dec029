import { expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import { createReport } from '../generator/base/diagnostic.ts';
import { isObject, type JsonValue } from '../generator/base/json.ts';
import { resolvePointer } from '../generator/base/pointer.ts';
import { generate } from '../generator/generate.ts';

// Pages scraped to text: names that are lost come back from the samples, and those that are kept find their place.

async function specOf(text: string): Promise<JsonValue> {
  const packageOptions = { name: 'x', version: '1.0.0', license: 'MIT' };
  const documents = [{ path: 'page.txt', text }];
  const job = { name: 'x', documents, overlays: [], packageOptions, inference: 'apply' as const };
  const { spec = '{}' } = await generate(job, createReport(), { specOnly: true });
  const data = parseData(spec, { document: 'openapi.yaml' });
  return isDataFailure(data) ? null : data.value;
}

const response = '/responses/200/content/application~1json/schema';

/** The descriptions of properties, by the keys of `properties` in the order of the way. */
function described(spec: JsonValue, operation: string, way: readonly string[]): JsonValue | undefined {
  const start = resolvePointer(spec, operation);
  const property = way.reduce<JsonValue | undefined>((node, name) => {
    const reference = isObject(node) && typeof node['$ref'] === 'string' ? node['$ref'] : undefined;
    const target = reference === undefined ? node : resolvePointer(spec, reference.slice(1));
    const items = isObject(target) ? (target['items'] ?? target) : undefined;
    return items === undefined ? undefined : resolvePointer(items, `/properties/${name}`);
  }, start);
  return isObject(property) ? property['description'] : undefined;
}

function namelessPage(sample: JsonValue, text: string): string {
  return `curl --request GET \\
--url https://api.example.com/v1/boats/{boat_id} \\
--header 'Authorization: Bearer <token>'
${JSON.stringify(sample, undefined, 2)}${text}`;
}

const boat = `/paths/~1v1~1boats~1{boat_id}/get`;

test('a fold whose sample has another order than its text: the last one left gets the last name left', async () => {
  const sample = { captain: { kind: 'person', id: 'p-1' }, harbour: 'Kiel' };
  const text = `Reads a boat.
The ID of the boat.
200
The captain of the boat.
Show child attributes
An ID of the captain.
The kind of captain.
person, crew
The harbour where the boat lies.
`;
  const spec = await specOf(namelessPage(sample, text));
  const captain = (name: string): JsonValue | undefined => described(spec, boat + response, ['captain', name]);
  expect([captain('id'), captain('kind')]).toEqual(['An ID of the captain.', 'The kind of captain.']);
});

test('equal texts that fill all properties of a fold need not be told apart', async () => {
  const sample = { id: 'b-1', ratings: { deck: 71, galley: 64, sails: 80 }, harbour: 'Kiel' };
  const rating = 'Between 0 and 100, higher is better.';
  const text = `Reads a boat.
200
The ID of the boat.
The ratings of the boat by its guests.
Show child attributes
${rating}
${rating}
${rating}
${rating}
The harbour where the boat lies.
`;
  const spec = await specOf(namelessPage(sample, text));
  const found = ['deck', 'galley', 'sails'].map((name) => described(spec, boat + response, ['ratings', name]));
  expect(found).toEqual([rating, rating, rating]);
});

test('what stands before the status is not said of the answer', async () => {
  const sample = { owner: 'Ada', length: 12 };
  const text = `Reads a boat.
Lists only boats of this owner.
OK
The length of the boat in metres.
`;
  const spec = await specOf(namelessPage(sample, text));
  expect(described(spec, boat + response, ['owner'])).toBeUndefined();
  expect(described(spec, boat + response, ['length'])).toBe('The length of the boat in metres.');
});

test('the last of a list of numbers is one of them, and no example', async () => {
  const sample = { level: 2, name: 'Otter' };
  const text = `Reads a boat.
200
The level of the boat.
0, 2, 4
The name of the boat.
`;
  const spec = await specOf(namelessPage(sample, text));
  expect(resolvePointer(spec, `${boat}${response}/properties/level/enum`)).toEqual([0, 2, 4]);
});

function labelledPage(sample: JsonValue, text: string): string {
  return `Read a boat
GET/v1/boats/{boat_id}
boat_idstringrequiredThe ID of the boat.
200
Done
${text}
curl --request GET \\
--url https://api.example.com/v1/boats/{boat_id}
${JSON.stringify(sample, undefined, 2)}
`;
}

test('a limit that lost its label does not hide the label behind it', async () => {
  const text = `crewstring[]Who sails the boat.
2lengthinteger<int64>how long it is, in metres
portsstring[]<p>Where it has been.</p>`;
  const spec = await specOf(labelledPage({ crew: ['Ada'], length: 12, ports: ['Kiel'] }, text));
  expect(described(spec, boat + response, ['length'])).toBe('how long it is, in metres');
  expect(described(spec, boat + response, ['ports'])).toBe('<p>Where it has been.</p>');
});

test('a name with a sign for a part is one name, and a lone word behind an enum its value', async () => {
  const text = `$.callbackstringThe function to call.
kindenum<string>required
sailing-boat
nameobjectThe name.`;
  const spec = await specOf(labelledPage({ kind: 'sailing-boat' }, text));
  expect(described(spec, boat + response, ['$.callback'])).toBe('The function to call.');
  expect(described(spec, boat + response, ['kind'])).toBeUndefined();
  expect(resolvePointer(spec, `${boat}${response}/properties/kind/enum`)).toEqual(['sailing-boat']);
});

test('what one item of a sample leaves out, another one shows', async () => {
  const sample = {
    trips: [{ fee: { kind: 'free' } }, { fee: { kind: 'fixed', amount: 9 }, end: '2024-05-01' }],
    end: 'x',
  };
  const text = `tripsobject[]The trips of the boat.
Show child attributes
feeobjectWhat it costs.
Show child attributes
amountintegerIn euros.
kindstringHow it is charged.
endstringWhen the trip ends.
endstringThe end of the boat.`;
  const spec = await specOf(labelledPage(sample, text));
  expect(described(spec, boat + response, ['trips', 'fee', 'amount'])).toBe('In euros.');
  expect(described(spec, boat + response, ['trips', 'end'])).toBe('When the trip ends.');
  expect(described(spec, boat + response, ['end'])).toBe('The end of the boat.');
});

test('the first label behind a fold is inside of it, whatever the sample shows around it', async () => {
  const text = `nameobjectThe names of the boat.
Show child attributes
typestringWhich of its names.
typestringThe type of the boat.`;
  const spec = await specOf(labelledPage({ type: 'sloop' }, text));
  expect(described(spec, boat + response, ['name', 'type'])).toBe('Which of its names.');
  expect(described(spec, boat + response, ['type'])).toBe('The type of the boat.');
});

test('one text at properties of different names is given to those whose name it speaks of, and to no others', async () => {
  const sample = { hull: { paint: 'red', ropes: { deck: 4 } }, mast: { colour: 'white', flag: { colour: 'blue' } } };
  const colour = 'The colour that it has.';
  const text = `Reads a boat.
200
What is below.
Show child attributes
${colour}
What is below.
Show child attributes
${colour}
What is above.
Show child attributes
${colour}
`;
  const spec = await specOf(namelessPage(sample, text));
  expect(described(spec, boat + response, ['mast', 'colour'])).toBe(colour);
  expect(described(spec, boat + response, ['hull', 'ropes', 'deck'])).toBeUndefined();
});

test('a text that calls itself a header is not said of the query', async () => {
  const text = `Reads a boat.
Optional header to name the beta of the interface.
200
The ID of the boat.
`;
  const page = namelessPage({ id: 'b-1' }, text).replace('{boat_id}', '{boat_id}?beta=true');
  const parameters = resolvePointer(await specOf(page), `${boat}/parameters`);
  const beta = (Array.isArray(parameters) ? parameters : []).find((one) => isObject(one) && one['name'] === 'beta');
  expect(isObject(beta) ? beta['description'] : undefined).toBeUndefined();
});

test('a text about what no sample shows is given to none', async () => {
  const sample = { tide: 3, cargo: { weight: 4, label: 'x' }, ports: ['Kiel'] };
  const text = `Reads a boat.
200
Something that nobody shows here.
Whatever else there may be on board.
How the weight is written on the cargo.
The ports where the boat has been.
`;
  const spec = await specOf(namelessPage(sample, text));
  expect(described(spec, boat + response, ['tide'])).toBeUndefined();
  expect(described(spec, boat + response, ['ports'])).toBe('The ports where the boat has been.');
});

/** A tree whose text goes `depth` levels down: a fold in each, and what follows it on the way back. */
function treeText(depth: number, lines: (name: string, text: string) => string): string {
  if (depth === 0) return '';
  return [
    lines('title', 'The title of the shelf.'),
    lines('shelves', 'What stands below it.'),
    ...(depth > 1 ? ['Show child attributes', treeText(depth - 1, lines)] : []),
    lines('weight', 'The weight of the shelf.'),
    lines('origin', 'The town of its origin.'),
  ].join('\n');
}

const tree = { title: 'a', shelves: [{ title: 'b', shelves: [{}], weight: 3, origin: 'c' }], weight: 4, origin: 'd' };

test('behind a part that the text nests deeper than the sample, names are found again', async () => {
  const sample = { root: tree, license: 'x', editor: 'y' };
  const text = `Reads a boat.
200
The tree of shelves.
Show child attributes
${treeText(6, (_, line) => line)}
The license of the catalogue.
The editor who wrote it.
`;
  const spec = await specOf(namelessPage(sample, text));
  const operation = `${boat}${response}`;
  expect(described(spec, operation, ['license'])).toBe('The license of the catalogue.');
  expect(described(spec, operation, ['editor'])).toBe('The editor who wrote it.');
  expect(described(spec, operation, ['root', 'origin'])).toBe('The town of its origin.');
});

test('what is nested in itself keeps its place where the sample ends before the text', async () => {
  const types: Record<string, string> = { title: 'string', shelves: 'object[]', weight: 'integer', origin: 'string' };
  const text = `rootobjectThe tree of shelves.
Show child attributes
${treeText(6, (name, line) => `${name}${types[name]}${line}`)}
licensestringThe license of the catalogue.
weightintegerThe weight of all of it.`;
  const spec = await specOf(labelledPage({ root: tree, license: 'x', weight: 1 }, text));
  const operation = `${boat}${response}`;
  expect(described(spec, operation, ['license'])).toBe('The license of the catalogue.');
  expect(described(spec, operation, ['weight'])).toBe('The weight of all of it.');
  expect(described(spec, operation, ['root', 'origin'])).toBe('The town of its origin.');
});

test('the prefix of a header says nothing of it, and parameters that are alike do not unsettle each other', async () => {
  const text = `curl --request GET \\
--url https://api.example.com/v1/fleets/{fleet_name}/boats/{boat_name} \\
--header 'X-Harbour-Trace-Number: 12' \\
--header 'Authorization: Bearer <token>'
{
  "speed": 3
}Reads a boat.
The trace number of the call.
The name of the fleet that owns the boat.
The name of the boat.
200
The speed of the boat.
`;
  const spec = await specOf(text);
  const at = `/paths/~1v1~1fleets~1{fleet_name}~1boats~1{boat_name}/get/parameters`;
  const found = resolvePointer(spec, at);
  const texts = Array.isArray(found)
    ? found.flatMap((one) => (isObject(one) ? [`${String(one['name'])}: ${String(one['description'])}`] : []))
    : [];
  expect(texts.toSorted()).toEqual([
    'X-Harbour-Trace-Number: The trace number of the call.',
    'boat_name: The name of the boat.',
    'fleet_name: The name of the fleet that owns the boat.',
  ]);
});

test('a lone word in camelCase is a value and describes nothing', async () => {
  const sample = { kind: 'smallBoats', owner: 'Otter' };
  const text = `Reads a boat.
200
The boat.
smallBoats
The owner of the boat.
`;
  const spec = await specOf(namelessPage(sample, text));
  expect(described(spec, `${boat}${response}`, ['kind'])).not.toBe('smallBoats');
  expect(described(spec, `${boat}${response}`, ['owner'])).toBe('The owner of the boat.');
});
