import { describe, expect, test } from 'vitest';
import { createReport } from '../generator/base/diagnostic.ts';
import { isObject, own, ownArray, ownObject, ownString, type JsonValue } from '../generator/base/json.ts';
import { compareText } from '../generator/base/order.ts';
import { collectEvidence } from '../generator/evidence/index.ts';
import { readPages } from '../generator/pages/index.ts';
import { assemble } from '../generator/spec/assemble/index.ts';

/** The operations of some pages in code-unit order, a line each: with their parameters, and with the properties of the body. */
function operations(pages: Readonly<Record<string, string>> | string): string[] {
  const report = createReport();
  const texts = typeof pages === 'string' ? { 'page.md': pages } : pages;
  const documents = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const spec = assemble(collectEvidence(readPages(documents, report), report), report);
  const lines = Object.entries(ownObject(spec, 'paths') ?? {}).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).map(([method, operation]) =>
      [method, path, ...parameters(operation), ...body(operation)].join(' '),
    ),
  );
  return lines.toSorted(compareText);
}

function parameters(operation: JsonValue): string[] {
  return (ownArray(operation, 'parameters') ?? []).map((one) => {
    const mark = own(one, 'required') === true && own(one, 'in') !== 'path' ? '!' : '';
    return `${ownString(one, 'in')}:${ownString(one, 'name')}${mark}`;
  });
}

function body(operation: JsonValue): string[] {
  const content = ownObject(ownObject(operation, 'requestBody'), 'content') ?? {};
  return Object.values(content).map((media) => {
    const properties = Object.keys(ownObject(ownObject(media, 'schema'), 'properties') ?? {});
    return `body:${properties.join(',')}`;
  });
}

describe('the endpoint is named', () => {
  test('in a fence that calls it in several ways', () => {
    const page = [
      '## List boats',
      '```plaintext',
      'GET /boats',
      'GET /boats?state=moored',
      '```',
      '',
      '| Attribute | Type | Required |',
      '|---|---|---|',
      '| `state` | string | no |',
      '',
      '```shell',
      'curl "https://harbour.test/api/v4/boats?state=moored"',
      '```',
    ].join('\n');
    expect(operations(page)).toEqual(['get /boats query:state']);
  });

  test('in a fence that names several that are described together', () => {
    const page = '## Query\n\n```\nGET /query\nPOST /query\n```\n\nQuery parameters:\n\n- `q=<string>`: words\n';
    expect(operations(page)).toEqual(['get /query query:q', 'post /query query:q']);
  });

  test('not in a fence that lists calls of single things', () => {
    const page =
      '## Ids\n\n```\nGET /boats/67890\nGET /berths/12345\n```\n\n```json\n{"id": 1}\n```\n\n## GET /boats/{id}\n';
    expect(operations(page)).toEqual(['get /boats/{id} path:id']);
  });

  test('in the request line of a message, with what its sections say', () => {
    const page = [
      '## Get boat',
      '```http',
      'GET /boats/:id HTTP/1.1',
      '```',
      '#### Request',
      '##### Query parameters',
      '',
      'limit',
      ': Integer. How many.',
      '',
      'with_old',
      ': {{<required>}} Boolean. Old ones, too.',
    ].join('\n');
    expect(operations(page)).toEqual(['get /boats/{id} path:id query:limit query:with_old!']);
  });

  test('in labelled lines', () => {
    const page = '# Make a shelf\n\n**URL** : `/shelves/`\n\n**Method** : `POST`\n\n**Auth required** : YES\n';
    expect(operations(page)).toEqual(['post /shelves/']);
    expect(operations('# Show\n\n- **Method:** GET\n- **Path:** `/shelves/:id`\n')).toEqual([
      'get /shelves/{id} path:id',
    ]);
  });

  test('in the cells of a table, alone or behind a text', () => {
    const whole = '| Endpoint | What |\n|---|---|\n| `GET /a/:id` | One |\n| `POST /a` | New |\n';
    expect(operations(whole)).toEqual(['get /a/{id} path:id', 'post /a']);
    const behind = '| Right | What |\n|---|---|\n| `a:get` | Read it (GET /a/:id) |\n| `a:all` | All of them |\n';
    expect(operations(behind)).toEqual(['get /a/{id} path:id']);
  });

  test('not in a table that tells what others were', () => {
    const page = '## GET /v2/a\n\n| Old | New |\n|---|---|\n| `GET /v1/a` and more | `GET /v2/a` |\n';
    expect(operations(page)).toEqual(['get /v2/a']);
  });

  test('with its query', () => {
    expect(operations('## GET /a{?page,limit}\n')).toEqual(['get /a query:page query:limit']);
    expect(operations('## `GET /a.jpg[?h=300]`\n')).toEqual(['get /a.jpg query:h']);
    expect(operations('## GET /a?name={name}&api_key={key}\n')).toEqual(['get /a query:name']);
    expect(operations('## Make an a [POST /a/{b}]\n')).toEqual(['post /a/{b} path:b']);
  });

  test('not where a server of the reader has to offer it', () => {
    const page = [
      '## GET /models',
      'Lists models.',
      '',
      'Your own API server must provide the following endpoint:',
      '',
      '`POST /v1/embeddings`',
      '',
      '| Parameter | Type |',
      '|---|---|',
      '| model | string |',
      '',
      '## POST /models',
      'Adds one.',
    ].join('\n');
    expect(operations(page)).toEqual(['get /models', 'post /models']);
  });
});

describe('a call with values in its path', () => {
  test('is one of the template that a table lists', () => {
    const page = [
      '# Presets',
      '```sh',
      'curl -X PUT https://a.test/presets/wide -d \'{"value": 1}\'',
      '```',
      '',
      '## Rights',
      '| Right | What |',
      '|---|---|',
      '| `presets:set` | Set (PUT /presets/:name) |',
      '| `presets:get` | Get (GET /presets/:name) |',
    ].join('\n');
    expect(operations(page)).toEqual(['get /presets/{name} path:name', 'put /presets/{name} path:name body:value']);
  });
});

describe('parameters', () => {
  test('are told by paragraphs that begin with their names', () => {
    const page = [
      '## GET /stats',
      '### Parameters',
      '**site_id** <Required />',
      '',
      'Of which site.',
      '',
      '---',
      '',
      '**limit** `OPTIONAL`',
      '',
      'How many.',
    ].join('\n');
    expect(operations(page)).toEqual(['get /stats query:site_id! query:limit']);
  });

  test('are those of the request though the sentence before them ends with the answer', () => {
    const page =
      '## GET /snapshot\n\nAccepts the following query string parameters. The image is returned as it was saved:\n\n' +
      '| param | Type |\n|---|---|\n| `crop` | int |\n';
    expect(operations(page)).toEqual(['get /snapshot query:crop']);
  });

  test('end where a line announces the answer', () => {
    const page =
      '## GET /soon\n\n**Query parameters**:\n\n* `from` - the start\n\nThe response includes:\n\n* `entries` - all\n\n' +
      'Some additionally include:\n\n* `tone` - a tone\n';
    expect(operations(page)).toEqual(['get /soon query:from']);
  });

  test('may be mentioned as a query in the text', () => {
    expect(operations('## GET /people\n\nPass `?deceased=true` to see all.\n')).toEqual(['get /people query:deceased']);
  });

  test('are no words that only join two rows', () => {
    const page = '## GET /r\n\n| Parameter | Type |\n|---|---|\n| `id` | string |\n| OR | |\n| `name` | string |\n';
    expect(operations(page)).toEqual(['get /r query:id query:name']);
  });

  test('are taken from where a link says that they are described', () => {
    const pages = {
      'boats.md': '## GET /boats\n\nIt supports the [paging parameters](paging.md#query-parameters).\n',
      'paging.md': '# Paging\n\n## Query parameters\n\n* `offset` - how many to skip\n* `count` - how many to return\n',
    };
    expect(operations(pages)).toEqual(['get /boats query:offset query:count']);
  });
});
