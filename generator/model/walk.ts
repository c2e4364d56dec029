import type { AccessStep, Schema } from './model.ts';

/** A schema directly inside another, and how it is reached: by a step, as the same value, or in no way a type could name. */
export interface SchemaChild {
  readonly schema: Schema;
  readonly step: AccessStep | 'same' | 'unreachable';
}

/** Changes a child of a schema, knowing how it is reached. */
export type ChildChange = (child: Schema, step: SchemaChild['step']) => Schema;

/**
 * The same schema with each of its direct children replaced by what `change` makes of it. References have no
 * children. A branch of a union counts as `same` only beside `null`: the branches of any other union have steps of their
 * own where something tells them apart, and are out of reach where nothing does.
 */
export function mapChildren(schema: Schema, change: ChildChange): Schema {
  const changed = mapParts(schema, change);
  if (!schema.unevaluated) return changed;
  const { properties, items } = schema.unevaluated;
  const unevaluated = {
    ...(properties && { properties: change(properties, 'unreachable') }),
    ...(items && { items: change(items, 'unreachable') }),
  };
  return { ...changed, unevaluated };
}

function mapParts(schema: Schema, change: ChildChange): Schema {
  switch (schema.kind) {
    case 'array': {
      const { contains } = schema;
      const prefixItems = schema.prefixItems.map((item, index) =>
        change(item, { kind: 'property', name: String(index) }),
      );
      const items = change(schema.items, prefixItems.length > 0 ? 'unreachable' : { kind: 'items' });
      const changed = { ...schema, prefixItems, items };
      return contains
        ? { ...changed, contains: { ...contains, schema: change(contains.schema, 'unreachable') } }
        : changed;
    }
    case 'object': {
      const properties = schema.properties.map((property) => ({
        ...property,
        schema: change(property.schema, { kind: 'property', name: property.name }),
      }));
      // the type of the values is that of all of them together, listed ones included
      const kinds = schema.properties.length + schema.patternProperties.length;
      const onlyPatterns = kinds === 1 && schema.additional.kind === 'never';
      const patternProperties = schema.patternProperties.map((entry) => ({
        ...entry,
        schema: change(entry.schema, onlyPatterns ? { kind: 'values' } : 'unreachable'),
      }));
      const additional = change(schema.additional, kinds === 0 ? { kind: 'values' } : 'unreachable');
      const changed = { ...schema, properties, patternProperties, additional };
      return schema.propertyNames
        ? { ...changed, propertyNames: change(schema.propertyNames, 'unreachable') }
        : changed;
    }
    case 'union': {
      const others = schema.branches.filter((branch) => branch.kind !== 'null').length;
      const { tag } = schema;
      const firstValues = new Map(tag?.cases.toReversed().map((entry) => [entry.branch, entry.value]));
      return {
        ...schema,
        branches: schema.branches.map((branch, index) => {
          const value = firstValues.get(index);
          if (tag && value !== undefined) return change(branch, { kind: 'branch', tag: tag.property, value });
          const tests = schema.apart?.tests[index];
          if (others > 1 && tests && tests.length > 0) return change(branch, { kind: 'told', tests });
          return change(branch, others > 1 ? 'unreachable' : 'same');
        }),
      };
    }
    case 'intersection':
      return { ...schema, members: schema.members.map((member) => change(member, 'same')) };
    case 'not':
      return { ...schema, schema: change(schema.schema, 'unreachable') };
    case 'conditional':
      return {
        ...schema,
        condition: change(schema.condition, 'unreachable'),
        whenTrue: change(schema.whenTrue, 'unreachable'),
        whenFalse: change(schema.whenFalse, 'unreachable'),
      };
    default:
      return schema;
  }
}

/** The schemas directly inside `schema`, in order; none for scalars and references. */
function schemaChildren(schema: Schema): Schema[] {
  return childrenWithSteps(schema).map((child) => child.schema);
}

/** The schemas directly inside `schema`, in order, each with the step that leads there. */
export function childrenWithSteps(schema: Schema): SchemaChild[] {
  const children: SchemaChild[] = [];
  mapChildren(schema, (child, step) => {
    children.push({ schema: child, step });
    return child;
  });
  return children;
}

/** `schema` and every schema inside it, outermost first; references are not followed. */
export function* allSchemas(schema: Schema): Generator<Schema> {
  yield schema;
  for (const child of schemaChildren(schema)) yield* allSchemas(child);
}
