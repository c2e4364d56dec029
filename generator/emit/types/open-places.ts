import type { JsonObject, JsonValue } from '../../base/json.ts';
import { resolvePointer } from '../../base/pointer.ts';
import type { NamedSchema } from '../../model/model.ts';
import { openParts } from '../open-parts.ts';

/** The runtime's types of what the documents do not list (`templates/runtime/open.ts`). */
export type UnknownType = 'UnknownValue' | 'UnknownNumber';

/** The branch that stands for those which the documents do not list. */
export interface UnknownBranch {
  /** The property that tells the branches apart. */
  readonly property: string;
  readonly type: UnknownType;
}

/** What the types of a spec leave open, by the schemas of the spec. */
export interface OpenPlaces {
  /** The type of further values of an enumeration; undefined where there are none. */
  valueOf(schema: JsonObject): UnknownType | undefined;
  /** The further branch of a union; undefined where there is none. */
  branchOf(schema: JsonObject): UnknownBranch | undefined;
}

/** The schemas of `spec` that the model of it, `schemas`, leaves open. */
export function openPlaces(schemas: readonly NamedSchema[], spec: JsonObject): OpenPlaces {
  const values = new Map<JsonValue | undefined, UnknownType>();
  const branches = new Map<JsonValue | undefined, UnknownBranch>();
  for (const part of openParts(schemas)) {
    const place = resolvePointer(spec, part.pointer);
    if (part.kind === 'literal') values.set(place, typeOfAll(part.values));
    else {
      const { property, cases } = part.tag;
      branches.set(place, { property, type: typeOfAll(cases.map(({ value }) => value)) });
    }
  }
  return { valueOf: (schema) => values.get(schema), branchOf: (schema) => branches.get(schema) };
}

function typeOfAll(values: readonly JsonValue[]): UnknownType {
  return values.some((value) => typeof value === 'number') ? 'UnknownNumber' : 'UnknownValue';
}
