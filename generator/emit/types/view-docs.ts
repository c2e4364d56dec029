import { own, ownArray, ownString, type JsonObject, type JsonValue } from '../../base/json.ts';
import { localRefPointer, resolvePointer } from '../../base/pointer.ts';
import type { Docs } from '../../model/model.ts';

/** Longer examples say less in a comment than they take room; the spec has them. */
const exampleLength = 300;

/** The docs of a schema; where it only refers to another, what it does not say itself the other says. */
export function schemaDocs(spec: JsonObject, schema: JsonValue | undefined): Docs {
  const seen = new Set<JsonValue | undefined>();
  let docs = ownDocs(schema);
  let current = schema;
  while (!seen.has(current)) {
    seen.add(current);
    const ref = ownString(current, '$ref');
    const pointer = ref === undefined ? undefined : localRefPointer(ref);
    if (pointer === undefined) break;
    current = resolvePointer(spec, pointer);
    docs = mergeDocs(docs, ownDocs(current));
  }
  return docs;
}

/** The docs of an operation, parameter, body or response; `schema` is asked for what they leave out. */
export function partDocs(part: JsonObject, schema?: Docs): Docs {
  const texts = [ownString(part, 'summary'), ownString(part, 'description')].filter((text) => text !== undefined);
  const example = own(part, 'example');
  const { description: _description, title: _title, ...docs } = ownDocs(part);
  return mergeDocs(
    {
      ...docs,
      ...(texts.length > 0 && { description: texts.join('\n\n') }),
      examples: example === undefined ? [] : shortOnes([example]),
    },
    schema ?? { deprecated: false, examples: [], uncertain: [] },
  );
}

function ownDocs(schema: JsonValue | undefined): Docs {
  const title = ownString(schema, 'title');
  const description = ownString(schema, 'description');
  const defaultValue = own(schema, 'default');
  const uncertain = own(schema, 'x-uncertain');
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(defaultValue !== undefined && { defaultValue }),
    deprecated: own(schema, 'deprecated') === true,
    examples: shortOnes(ownArray(schema, 'examples') ?? []),
    uncertain: (Array.isArray(uncertain) ? uncertain : [uncertain]).filter((text) => typeof text === 'string'),
  };
}

function shortOnes(examples: readonly JsonValue[]): JsonValue[] {
  return examples.filter((example) => JSON.stringify(example).length <= exampleLength);
}

function mergeDocs(docs: Docs, more: Docs): Docs {
  return {
    ...more,
    ...docs,
    deprecated: docs.deprecated || more.deprecated,
    examples: docs.examples.length > 0 ? docs.examples : more.examples,
    uncertain: docs.uncertain.length > 0 ? docs.uncertain : more.uncertain,
  };
}
