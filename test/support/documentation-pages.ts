import { deflateSync } from 'node:zlib';
import { printYaml } from '../../generator/base/data.ts';
import {
  isObject,
  ownArray,
  ownObject,
  ownString,
  type JsonObject,
  type JsonValue,
} from '../../generator/base/json.ts';

/** A document for the generator. */
export interface Rendered {
  readonly path: string;
  readonly text: string;
}

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

/** The operations of a description, in the order of its paths. */
export function operationsOf(spec: JsonObject): Operation[] {
  return Object.entries(ownObject(spec, 'paths') ?? {}).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
      isObject(operation) ? [{ path, method, operation }] : [],
    ),
  );
}

/** One page an operation, its front matter carrying it packed: base64 of zlib of JSON. The description has no references. */
export function packedPages(spec: JsonObject): Rendered[] {
  const { info, servers } = spec;
  const securitySchemes = ownObject(ownObject(spec, 'components'), 'securitySchemes') ?? {};
  return operationsOf(spec).map(({ path, method, operation }, index) => {
    // the summary becomes the title of the page, and the description where there is none
    const { summary = '', ...rest } = operation;
    const packed = {
      description: summary,
      ...rest,
      path,
      method,
      info,
      servers,
      securitySchemes,
      postman: {},
      jsonRequestBodyExample: {},
    };
    const text = deflateSync(JSON.stringify(packed)).toString('base64');
    const title = ownString(operation, 'summary') ?? ownString(operation, 'operationId') ?? 'Missing summary';
    return {
      path: `docs/${index}.api.mdx`,
      text: `---\nid: op-${index}\ntitle: "${title}"\napi: ${text}\n---\n\nText.\n`,
    };
  });
}

/** An HTML page with the description in a script, in the state that a renderer starts from. */
export function stateHtml(spec: JsonObject): Rendered {
  const state = { menu: { items: ['{', '"}'] }, spec: { data: spec }, options: {} };
  const json = JSON.stringify(state).replaceAll('</', '<\\/');
  const head = '<!DOCTYPE html>\n<html>\n<head><title>Docs</title></head>\n<body>\n<div id="redoc"><h1>Docs</h1></div>';
  return {
    path: 'redoc.html',
    text: `${head}\n<script>\n  const __redoc_state = ${json};\n  hydrate();\n</script>\n</body></html>\n`,
  };
}

/** An HTML page with the description as the text of a script of its own, over many lines. */
export function scriptHtml(spec: JsonObject): Rendered {
  const json = JSON.stringify(spec, undefined, 2).replaceAll('</', '<\\/');
  return {
    path: 'reference.html',
    text: `<html><body>\n<script id="api-reference" type="application/json">\n${json}\n</script>\n</body></html>\n`,
  };
}

/** One Markdown page an operation, with the slice of the description that it needs in a fence. */
export function slicePages(spec: JsonObject): Rendered[] {
  return operationsOf(spec).map(({ path, method, operation }, index) => {
    const slice = printYaml({ ...spec, paths: { [path]: { [method]: operation } } });
    const text = `# ${ownString(operation, 'summary')}\n\n## OpenAPI\n\n\`\`\`\`yaml spec.json ${method.toUpperCase()} ${path}\n${slice}\n\`\`\`\`\n`;
    return { path: `slices/${index}.md`, text };
  });
}

/** One Markdown page an operation, with the digest of it in a fence. */
export function digestPages(spec: JsonObject): Rendered[] {
  return operationsOf(spec).map(({ path, method, operation }, index) => {
    const digest = {
      paths: {
        path,
        method,
        servers: spec['servers'] ?? [],
        request: {
          security: digestSecurity(spec, operation),
          parameters: digestParameters(operation),
          body: digestContent(ownObject(operation, 'requestBody'), spec),
        },
        response: digestResponses(operation, spec),
        deprecated: false,
        type: 'path',
      },
      components: { schemas: ownObject(ownObject(spec, 'components'), 'schemas') ?? {} },
    };
    const text = `# ${ownString(operation, 'summary')}\n\n## OpenAPI\n\n\`\`\`\`yaml ${method} ${path}\n${printYaml(digest)}\n\`\`\`\`\n`;
    return { path: `digests/${index}.md`, text };
  });
}

function digestSecurity(spec: JsonObject, operation: JsonObject): JsonValue[] {
  const schemes = ownObject(ownObject(spec, 'components'), 'securitySchemes') ?? {};
  return (ownArray(operation, 'security') ?? ownArray(spec, 'security') ?? []).map((requirement) => {
    const [title = ''] = Object.keys(isObject(requirement) ? requirement : {});
    const { type = '', scheme, in: place = 'header', name = 'Authorization' } = ownObject(schemes, title) ?? {};
    const entry: JsonObject = { type, ...(scheme !== undefined && { scheme }) };
    return { title, parameters: { query: {}, header: {}, cookie: {}, [String(place)]: { [String(name)]: entry } } };
  });
}

function digestParameters(operation: JsonObject): JsonObject {
  const found: Record<string, JsonObject> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of ownArray(operation, 'parameters') ?? []) {
    const { description, required = false } = isObject(parameter) ? parameter : {};
    const text = description === undefined ? {} : { description };
    const schema = { ...ownObject(parameter, 'schema'), required, ...text };
    const place = found[ownString(parameter, 'in') ?? ''];
    if (place) place[ownString(parameter, 'name') ?? ''] = { schema: [schema] };
  }
  return found;
}

function digestContent(holder: JsonObject | undefined, spec: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const [type, media] of Object.entries(ownObject(holder, 'content') ?? {})) {
    const schema = digestSchema(ownObject(media, 'schema') ?? {}, spec);
    const required = holder?.['required'] === true ? { required: true } : {};
    const description = ownString(holder, 'description') ?? '';
    found[type] = {
      schemaArray: [{ ...schema, ...required }],
      examples: { example: { value: { a: '<string>' } } },
      description,
    };
  }
  return found;
}

function digestSchema(schema: JsonObject, spec: JsonObject): JsonObject {
  const reference = ownString(schema, '$ref');
  const schemas = ownObject(ownObject(spec, 'components'), 'schemas') ?? {};
  const target = reference === undefined ? schema : (ownObject(schemas, reference.split('/').at(-1) ?? '') ?? {});
  const { properties, required, ...rest } = target;
  const wrapped = Object.entries(isObject(properties) ? properties : {}).map(([name, one]) => [name, { allOf: [one] }]);
  return {
    ...rest,
    ...(isObject(properties) && { properties: Object.fromEntries(wrapped) }),
    ...(reference !== undefined && { refIdentifier: reference }),
    ...(required !== undefined && { requiredProperties: required }),
  };
}

function digestResponses(operation: JsonObject, spec: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const [status, response] of Object.entries(ownObject(operation, 'responses') ?? {})) {
    const content = digestContent(isObject(response) ? response : {}, spec);
    const description = ownString(response, 'description') ?? '';
    const none = { schemaArray: [{ type: 'any', description }], examples: {}, description };
    found[status] = Object.keys(content).length > 0 ? content : { '_mintlify/placeholder': none };
  }
  return found;
}
