import type { JsonObject } from '../../base/json.ts';
import type { Conversion, DialectContext } from './dialect.ts';
import { fromOpenApi30 } from './openapi-3-0.ts';
import { fromOpenApi32 } from './openapi-3-2.ts';
import { fromSwagger2 } from './swagger-2.ts';
import { dialectOf, type Dialect } from './version.ts';

const conversions: Readonly<Record<Dialect, Conversion>> = {
  '2.0': fromSwagger2,
  '3.0': fromOpenApi30,
  '3.1': (root) => root,
  '3.2': fromOpenApi32,
};

/**
 * One bundled description (it refers to nothing but itself) of any version, in the shape of OpenAPI 3.1: what its own
 * version says in other places or other words is said where and as 3.1 says it. What remains, 3.1 tools read as well,
 * and the rules normalize it. Returns undefined for a version that is not read, with `spec/not-openapi` in the report.
 */
export function toOpenApi31(root: JsonObject, context: DialectContext): JsonObject | undefined {
  const found = dialectOf(root);
  if ('dialect' in found) return conversions[found.dialect](root, context);
  context.report.add('spec/not-openapi', context.locate(''), { reason: found.fault });
  return undefined;
}
