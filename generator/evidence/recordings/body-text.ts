import { isObject, type JsonObject, type JsonValue, setOwn } from '../../base/json.ts';
import type { Location } from '../../base/location.ts';
import type { Report } from '../../base/diagnostic.ts';
import { readSample } from '../code-samples.ts';
import type { Step } from '../evidence.ts';
import { queryPairs } from '../request-url.ts';
import { dataAt, type Content } from './exchange.ts';

/** A text that nobody writes, for a value that is left open. */
const openMark = '\u0001open\u0001';

/**
 * The body that a text is: JSON, also such with variables (`{{name}}`) for values, or a form; any other text has only
 * its media type. Broken JSON gives `evidence/broken-sample` at the place of the text.
 */
export function bodyContent(text: string, mediaType: string | undefined, location: Location, report: Report): Content {
  const declared = mediaType?.split(';', 1)[0]?.trim().toLowerCase();
  const isJson = declared === undefined ? /^\s*[{[]/.test(text) : /[/+]json$|^text\/json$/.test(declared);
  if (isJson && text.trim() !== '') {
    const filled = withoutVariables(text);
    const origin = { document: location.document, firstLine: location.line };
    const data = readSample(filled, origin, report);
    const open: Step[][] = [];
    const value = data && withoutOpen(data.value, [], open);
    return {
      mediaType: declared ?? 'application/json',
      location,
      ...(value !== undefined && { data: dataAt(value, location) }),
      ...(open.length > 0 && { open }),
    };
  }
  if (declared === 'application/x-www-form-urlencoded') {
    return { mediaType: declared, location, pairs: queryPairs(text).map((pair) => ({ ...pair, location })) };
  }
  return { ...(declared !== undefined && { mediaType: declared }), location };
}

/** Variables inside of strings become stand-ins; those that are values themselves are marked as open. */
function withoutVariables(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"|\{\{([^{}"\n]{1,200})\}\}/g, (all, name: string | undefined) =>
    name === undefined
      ? all.replaceAll(/\{\{([^{}"\n]{1,200})\}\}/g, (_, inner: string) => `<${inner.trim().replace(/^\$/, '')}>`)
      : JSON.stringify(openMark),
  );
}

function withoutOpen(value: JsonValue, path: readonly Step[], open: Step[][]): JsonValue | undefined {
  if (value === openMark) {
    open.push([...path]);
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutOpen(item, [...path, { kind: 'items' }], open));
    return items.filter((item) => item !== undefined);
  }
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    const kept = withoutOpen(member, [...path, { kind: 'property', name }], open);
    if (kept !== undefined) setOwn(copy, name, kept);
  }
  return copy;
}
