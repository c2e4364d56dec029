import { keywordShape, memberShape, type Shape } from './grammar.ts';

const schema: Shape = { kind: 'schema' };

/** What the grammar of OpenAPI 3.1 has at a place of a description; undefined within data, extensions and unknown members. */
export function shapeAt(place: readonly (string | number)[]): Shape | undefined {
  let shape: Shape | undefined = { kind: 'object', name: 'root' };
  for (const step of place) {
    if (shape === undefined) return undefined;
    if ('of' in shape) shape = shape.of;
    else if (shape.kind === 'object') shape = memberShape(shape.name, String(step));
    else shape = shape.kind === 'schema' ? keywordMember(String(step)) : undefined;
  }
  return shape;
}

function keywordMember(keyword: string): Shape | undefined {
  const shape = keywordShape(keyword);
  if (shape?.kind === 'object') return { kind: 'object', name: shape.name };
  if (shape?.kind === 'schema') return schema;
  if (shape?.kind === 'schemas') return { kind: 'list', of: schema };
  return shape?.kind === 'schemaMap' ? { kind: 'map', of: schema } : undefined;
}
