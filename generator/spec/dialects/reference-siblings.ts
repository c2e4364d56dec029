import type { JsonObject } from '../../base/json.ts';
import { placeOf } from '../rules/rule.ts';
import { visitDescription } from '../walk.ts';
import type { DialectContext } from './dialect.ts';

/** What may stand beside `$ref` without narrowing what it leads to: it informs, or it says that null is allowed too. */
export const harmless: ReadonlySet<string> = new Set(
  `$ref title description summary deprecated readOnly writeOnly default example examples externalDocs xml nullable
  $comment`.split(/\s+/),
);

/**
 * Before 3.1 all that stands beside a `$ref` is ignored (OAS 3.0, section 4.7.23). Texts, examples and `nullable` are
 * kept nevertheless: their authors mean them, and they make nothing refuse a value. What would narrow the schema is
 * taken away, as the version says, and reported as `spec/ignored-sibling`.
 */
export function ignoreSiblings(document: JsonObject, context: DialectContext): void {
  visitDescription(document, {
    enterSchema: (schema, pointer, evident) => {
      if (typeof schema['$ref'] !== 'string') return;
      const ignored = Object.keys(schema).filter((key) => !harmless.has(key) && !key.startsWith('x-'));
      if (ignored.length === 0) return;
      for (const key of ignored) delete schema[key];
      context.report.add('spec/ignored-sibling', evident ? placeOf(evident) : context.locate(pointer), {
        names: ignored.join(', '),
      });
    },
  });
}
