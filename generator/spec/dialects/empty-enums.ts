import { ownArray, type JsonObject } from '../../base/json.ts';
import { placeOf } from '../rules/rule.ts';
import { visitDescription } from '../walk.ts';
import type { DialectContext } from './dialect.ts';

/**
 * Takes `enum`s without values out of a document of a version before 3.1, reported as `spec/malformed`: there JSON Schema
 * asks for at least one value (Validation of draft 5, section 5.20), so that such a list is a mistake. Since draft 6 it is
 * legal and allows nothing.
 */
export function dropEmptyEnums(document: JsonObject, context: DialectContext): void {
  visitDescription(document, {
    enterSchema: (schema, pointer, evident) => {
      if (ownArray(schema, 'enum')?.length !== 0) return;
      delete schema['enum'];
      const location = evident ? placeOf(evident) : context.locate(pointer);
      context.report.add('spec/malformed', location, { what: '"enum"', reason: 'it lists no value' });
    },
  });
}
