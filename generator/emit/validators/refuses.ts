import { followOnce } from '../../base/follow.ts';
import type { Schema } from '../../model/model.ts';
import type { Writer } from './place.ts';

/** Whether the test of `schema` itself refuses undefined, so that a required property needs no other. */
export function refusesUndefined(schema: Schema, writer: Writer, known: Map<string, boolean> = new Map()): boolean {
  const go = (part: Schema): boolean => refusesUndefined(part, writer, known);
  switch (schema.kind) {
    case 'null':
    case 'boolean':
    case 'literal':
    case 'never':
      return true;
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed;
    case 'union':
      return schema.tag !== undefined || schema.branches.every(go);
    case 'intersection':
      return schema.members.some(go);
    case 'reference': {
      const target = writer.schemas.get(schema.name);
      return target !== undefined && followOnce(known, schema.name, false, () => go(target));
    }
    default:
      return false;
  }
}
