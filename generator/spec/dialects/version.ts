import { own, type JsonObject } from '../../base/json.ts';

/** The versions of OpenAPI that are read, by their major and minor number. */
export type Dialect = '2.0' | '3.0' | '3.1' | '3.2';

const dialects: Readonly<Record<string, Dialect>> = {
  '2': '2.0',
  '2.0': '2.0',
  '3': '3.0',
  '3.0': '3.0',
  '3.1': '3.1',
  '3.2': '3.2',
};

/**
 * Which dialect a description is written in, by the version that stands in `openapi` or `swagger` at its root (OAS 3.1,
 * section 4.8.1: patch versions do not matter). People write it as a string, as a YAML number (`3.0`), with a leading
 * "v" or with the name of a draft behind it. Returns a reason, as a clause, where it is none of those that are read.
 */
export function dialectOf(root: JsonObject): { readonly dialect: Dialect } | { readonly fault: string } {
  const written = own(root, 'openapi') ?? own(root, 'swagger');
  if (typeof written !== 'string' && typeof written !== 'number')
    return { fault: 'it has no version string in "openapi" or "swagger"' };
  const text = String(written).trim();
  const [, number = ''] = /^v?(\d+(?:\.\d+)?)(?![\d])/i.exec(text) ?? [];
  const dialect = Object.hasOwn(dialects, number) ? dialects[number] : undefined;
  return dialect ? { dialect } : { fault: `version ${text || '""'} is not read` };
}
