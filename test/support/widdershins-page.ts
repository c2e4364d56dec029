import {
  isObject,
  own,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';
import { operationsOf, type Rendered } from './documentation-pages.ts';

/** The description as one Markdown page in the form of Widdershins: tables, `»` for what is nested, anchors. */
export function widdershinsPage(spec: JsonObject): Rendered {
  const info = ownObject(spec, 'info') ?? {};
  const servers = (ownArray(spec, 'servers') ?? []).map(
    (server) => `* <a href="${ownString(server, 'url')}">${ownString(server, 'url')}</a>`,
  );
  const lines = [
    `# ${ownString(info, 'title')} v${ownString(info, 'version')}`,
    ['Base URLs:', ...servers].join('\n\n').replace('</a>\n\n*', '</a>\n*'),
    '# Authentication',
    schemeLines(spec),
    '# Default',
    ...operationsOf(spec).flatMap(({ path, method, operation }) => operationLines(path, method, operation, spec)),
    '# Schemas',
    ...Object.entries(ownObject(ownObject(spec, 'components'), 'schemas') ?? {}).flatMap(([name, schema]) => [
      `<h2 id="tocS_${name}">${name}</h2>`,
      `<a id="schema${name.toLowerCase()}"></a>\n<a id="schema_${name}"></a>`,
      '```json\n{}\n\n```',
      '### Properties',
      ...schemaLines(isObject(schema) ? schema : {}, 0, true),
      ...valueLines('Property', isObject(schema) ? schema : {}),
    ]),
  ];
  return { path: 'api.md', text: `${lines.join('\n\n')}\n` };
}

function schemeLines(spec: JsonObject): string {
  const schemes = ownObject(ownObject(spec, 'components'), 'securitySchemes') ?? {};
  return Object.entries(schemes)
    .map(([key, scheme]) =>
      ownString(scheme, 'type') === 'apiKey'
        ? `* API Key (${key})\n    - Parameter Name: **${ownString(scheme, 'name')}**, in: ${ownString(scheme, 'in')}. `
        : `- HTTP Authentication, scheme: ${ownString(scheme, 'scheme')}`,
    )
    .join('\n\n');
}

function operationLines(path: string, method: string, operation: JsonObject, spec: JsonObject): string[] {
  const id = ownString(operation, 'operationId') ?? '';
  const security = ownArray(operation, 'security') ?? ownArray(spec, 'security') ?? [];
  const names = security.map((one) => Object.keys(isObject(one) ? one : {}).join(' & ')).join(', ');
  const note =
    names === ''
      ? '<aside class="success">\nThis operation does not require authentication\n</aside>'
      : `<aside class="warning">\nTo perform this operation, you must be authenticated by means of one of the following methods:\n${names}\n</aside>`;
  return [
    `## ${id}`,
    `<a id="opId${id}"></a>`,
    '> Code samples',
    `\`\`\`javascript\nconst headers = {\n  'Content-Type':'application/json',\n  'Accept':'application/json'\n};\n\`\`\``,
    `\`${method.toUpperCase()} ${path}\``,
    `*${ownString(operation, 'summary')}*`,
    ...parameterLines(operation, id),
    `<h3 id="${id.toLowerCase()}-responses">Responses</h3>`,
    responseTable(operation),
    ...inlineLines(operation),
    note,
  ];
}

function parameterLines(operation: JsonObject, id: string): string[] {
  const rows: string[] = [];
  const values: string[] = [];
  for (const parameter of ownArray(operation, 'parameters') ?? []) {
    const schema = ownObject(parameter, 'schema') ?? {};
    const name = ownString(parameter, 'name') ?? '';
    const type = typeText(schema).replace(/^\[(\w.*)\]$/, 'array[$1]');
    rows.push(
      `|${name}|${ownString(parameter, 'in')}|${type}|${own(parameter, 'required') === true}|${ownString(parameter, 'description') ?? 'none'}|`,
    );
    for (const value of ownArray(schema, 'enum') ?? []) values.push(`|${name}|${String(value)}|`);
  }
  const body = ownObject(operation, 'requestBody');
  const schema = ownObject(ownObject(ownObject(body, 'content'), 'application/json'), 'schema');
  if (schema) {
    rows.push(`|body|body|${typeText(schema)}|${body?.['required'] === true}|none|`);
    rows.push(
      ...propertyRows(schema, 1).map((row) =>
        row.replace(/^(\|[^|]*\|)(.*)\|none(\|[^|]*\|)$/, '$1body|$2$3').replace('body||', 'body|'),
      ),
    );
  }
  if (rows.length === 0) return [];
  const table = ['|Name|In|Type|Required|Description|', '|---|---|---|---|---|', ...rows].join('\n');
  const listed = ['|Parameter|Value|', '|---|---|', ...values].join('\n');
  return [
    `<h3 id="${id}-parameters">Parameters</h3>`,
    table,
    ...(values.length > 0 ? ['#### Enumerated Values', listed] : []),
  ];
}

function responseTable(operation: JsonObject): string {
  const rows = Object.entries(ownObject(operation, 'responses') ?? {}).map(([status, response]) => {
    const schema = ownObject(ownObject(ownObject(response, 'content'), 'application/json'), 'schema');
    const type = schema === undefined ? 'None' : ownString(schema, '$ref') === undefined ? 'Inline' : typeText(schema);
    return `|${status}|[Meaning](https://tools.ietf.org/html/rfc7231)|${ownString(response, 'description')}|${type}|`;
  });
  return ['|Status|Meaning|Description|Schema|', '|---|---|---|---|', ...rows].join('\n');
}

function inlineLines(operation: JsonObject): string[] {
  const lines = Object.entries(ownObject(operation, 'responses') ?? {}).flatMap(([status, response]) => {
    const schema = ownObject(ownObject(ownObject(response, 'content'), 'application/json'), 'schema');
    if (schema === undefined || ownString(schema, '$ref') !== undefined) return [];
    return [`Status Code **${status}**`, ...schemaLines(schema, 1, false), ...valueLines('Property', schema)];
  });
  return lines.length > 0 ? ['### Response Schema', ...lines] : [];
}

const header = '|Name|Type|Required|Restrictions|Description|\n|---|---|---|---|---|';

/** The tables of a schema; a value that is no object is a row without a name. */
function schemaLines(schema: JsonObject, depth: number, isNamed: boolean): string[] {
  const alternatives = ownArray(schema, 'oneOf');
  if (alternatives) {
    const tables = alternatives.map(
      (one) => `${header}\n|*anonymous*|${typeText(isObject(one) ? one : {})}|false|none|none|`,
    );
    return ['oneOf', ...tables.flatMap((table, index) => (index === 0 ? [table] : ['xor', table]))];
  }
  if (schema['type'] === 'object') return [`${header}\n${propertyRows(schema, isNamed ? 0 : depth).join('\n')}`];
  const root = `|*anonymous*|${typeText(schema)}|false|none|none|`;
  return [[header, root, ...propertyRows(ownObject(schema, 'items') ?? {}, 1)].join('\n')];
}

function propertyRows(schema: JsonObject, depth: number): string[] {
  const required = ownArray(schema, 'required') ?? [];
  const marks = depth === 0 ? '' : `${'»'.repeat(depth)} `;
  const rows = Object.entries(ownObject(schema, 'properties') ?? {}).flatMap(([name, member]) => {
    const one = isObject(member) ? member : {};
    const restriction = one['readOnly'] === true ? 'read-only' : 'none';
    const text = ownString(one, 'description') ?? 'none';
    const row = `|${marks}${name}|${typeText(one)}|${required.includes(name)}|${restriction}|${text}|`;
    return [row, ...propertyRows(ownObject(one, 'items') ?? one, depth + 1)];
  });
  const rest = ownObject(schema, 'additionalProperties');
  return rest ? [...rows, `|${marks}**additionalProperties**|${typeText(rest)}|false|none|none|`] : rows;
}

function valueLines(title: string, schema: JsonObject): string[] {
  const rows: string[] = [];
  const visit = (name: string, value: JsonValue): void => {
    if (!isObject(value)) return;
    for (const one of ownArray(value, 'enum') ?? []) rows.push(`|${name}|${String(one)}|`);
    for (const [inner, member] of Object.entries(ownObject(value, 'properties') ?? {})) visit(inner, member);
    if (own(value, 'items') !== undefined) visit(name, own(value, 'items') ?? null);
  };
  visit('*anonymous*', schema);
  return rows.length > 0 ? ['#### Enumerated Values', `|${title}|Value|\n|---|---|\n${rows.join('\n')}`] : [];
}

function typeText(schema: JsonObject): string {
  const reference = ownString(schema, '$ref')?.split('/').at(-1);
  if (reference !== undefined) return `[${reference}](#schema${reference.toLowerCase()})`;
  const types = [schema['type']].flat();
  const [type] = types;
  const nullable = types.includes('null') ? '¦null' : '';
  if (type === 'array') return `[${typeText(ownObject(schema, 'items') ?? {})}]${nullable}`;
  if (type === undefined) return 'any';
  const format = ownString(schema, 'format');
  return `${String(type)}${format === undefined ? '' : `(${format})`}${nullable}`;
}
