import { own, ownArray, ownString, type JsonValue } from '../base/json.ts';
import type { Docs } from './model.ts';

/** Docs that say nothing. */
export const emptyDocs: Docs = { deprecated: false, examples: [], uncertain: [] };

/**
 * The annotations of a schema (JSON Schema Validation 2020-12, section 9), with `x-uncertain`.
 * `example`, deprecated in OAS 3.1, counts as one more example.
 */
export function docsOf(raw: JsonValue | undefined): Docs {
  const title = ownString(raw, 'title');
  const description = ownString(raw, 'description');
  const defaultValue = own(raw, 'default');
  const example = own(raw, 'example');
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    deprecated: own(raw, 'deprecated') === true,
    examples: [...(ownArray(raw, 'examples') ?? []), ...(example === undefined ? [] : [example])],
    ...(defaultValue !== undefined && { defaultValue }),
    uncertain: textsOf(own(raw, 'x-uncertain')),
  };
}

/** The docs of a parameter, request body or response, whose `examples` is a map of Example Objects (OAS 3.1, section 4.8.19). */
export function docsOfPart(raw: JsonValue | undefined): Docs {
  const named = Object.values((own(raw, 'examples') ?? {}) as object) as JsonValue[];
  const values = named.flatMap((entry) => own(entry, 'value') ?? []);
  const example = own(raw, 'example');
  return { ...docsOf(raw), examples: example === undefined ? values : [example, ...values] };
}

/** What `outer` says, and what `inner` says where `outer` is silent. */
export function mergeDocs(outer: Docs, inner: Docs): Docs {
  return {
    ...inner,
    ...outer,
    deprecated: outer.deprecated || inner.deprecated,
    examples: outer.examples.length > 0 ? outer.examples : inner.examples,
    uncertain: outer.uncertain.length > 0 ? outer.uncertain : inner.uncertain,
  };
}

/** Whether the documents only hint at this schema: `x-confidence: low`. */
export function isHedged(raw: JsonValue | undefined): boolean {
  return ownString(raw, 'x-confidence') === 'low';
}

function textsOf(value: JsonValue | undefined): string[] {
  const entries = Array.isArray(value) ? value : [value];
  return entries.filter((entry) => typeof entry === 'string');
}
