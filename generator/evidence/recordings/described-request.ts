import { createReport } from '../../base/diagnostic.ts';
import type { Location } from '../../base/location.ts';
import type { Block, Page } from '../../pages/page.ts';
import type { Evidence, OperationName } from '../evidence.ts';
import { declaredTypes } from '../declared-types/facts.ts';
import { readOperation } from '../sections/operation-unit.ts';
import { outline } from '../sections/outline.ts';
import { takeApart } from '../sections/units.ts';

/**
 * What the Markdown in the description of a request says of it, by the reader of reference pages: tables and lists of fields below the
 * headings of their parts. All of it stands at `location`. Other operations in it, and texts, are left out. Gives no diagnostics.
 */
export function describedEvidence(
  page: Page,
  operation: OperationName,
  blocks: readonly Block[],
  location: Location,
): Evidence[] {
  const text = `${operation.method.toUpperCase()} ${operation.path}`;
  const below = blocks.map((block) => (block.kind === 'heading' ? { ...block, depth: block.depth + 1 } : block));
  const whole: Page = {
    ...page,
    format: 'markdown',
    blocks: [{ kind: 'heading', depth: 1, text, location }, ...below],
  };
  const report = createReport();
  const declared = declaredTypes(whole.blocks);
  return takeApart(outline(whole)).operations.flatMap((unit) => {
    const { method, path } = unit.endpoint.operation;
    if (method !== operation.method || path !== operation.path) return [];
    return readOperation(unit, report, declared).flatMap((one): Evidence[] => {
      const { subject, fact } = one;
      const isOwn = 'operation' in subject && subject.operation.path === path && subject.operation.method === method;
      const isText = subject.kind === 'operation' && /^(?:exists|summary|description)$/.test(fact.kind);
      return isOwn && !isText ? [{ ...one, location }] : [];
    });
  });
}
