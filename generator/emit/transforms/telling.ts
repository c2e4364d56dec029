import { jsonType } from '../../base/json.ts';
import type { Schema, TypeName } from '../../model/model.ts';
import type { SchemasByName } from './fits.ts';
import type { Plan } from './plan.ts';

const everyType: readonly TypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** The JSON types that values of a schema may have. */
export function jsonTypesOf(schema: Schema, schemas: SchemasByName, depth = 0): readonly TypeName[] {
  const go = (part: Schema): readonly TypeName[] => (depth < 50 ? jsonTypesOf(part, schemas, depth + 1) : everyType);
  switch (schema.kind) {
    case 'null':
    case 'boolean':
      return [schema.kind];
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed ? [schema.kind] : everyType;
    case 'literal':
      return schema.values.map((value) => {
        const type = jsonType(value);
        return type === 'integer' ? 'number' : type;
      });
    case 'union':
      return schema.branches.flatMap(go);
    case 'intersection':
      return schema.members.map(go).reduce((left, right) => left.filter((type) => right.includes(type)), everyType);
    case 'reference': {
      const target = schemas.get(schema.name);
      return target ? go(target) : everyType;
    }
    case 'never':
      return [];
    default:
      return everyType;
  }
}

/** Whether the type of a branch of a union can be written without the type of the union. */
export function isTypeable(schema: Schema, plan: Plan | undefined): boolean {
  if (plan?.kind === 'leaf' || plan?.kind === 'named') return true;
  if (plan?.kind === 'items') return isTypeable(schema.kind === 'array' ? schema.items : schema, plan.item);
  // members are told apart from what else a union holds by being the only object
  if (plan?.kind === 'members' || plan?.kind === 'values') return true;
  if (plan !== undefined) return false;
  return ['null', 'boolean', 'number', 'string', 'literal', 'reference'].includes(schema.kind);
}
