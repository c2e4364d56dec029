import type { HeadingBlock } from '../../pages/page.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** An operation with the heading over it. */
interface Named {
  readonly endpoint: NamedEndpoint;
  readonly heading?: HeadingBlock;
}

/**
 * The operations of a page, where one without a placeholder whose request line could be a call is none: others of the page, below
 * headings of the same depth, are named by such a line with a placeholder, which no call has. Gives no diagnostics.
 */
export function definedByLines<Unit extends Named>(units: readonly Unit[]): Unit[] {
  const depths = new Set(units.flatMap((unit) => (isTemplate(unit) ? [unit.heading?.depth] : [])));
  return units.map((unit) => {
    if (!unit.endpoint.isSample || !isLine(unit) || !depths.has(unit.heading?.depth)) return unit;
    const { isSample: _, ...endpoint } = unit.endpoint;
    return { ...unit, endpoint };
  });
}

/** Whether an operation is named by code that is a request line and nothing else. */
function isLine({ heading, endpoint: { block } }: Named): boolean {
  return (
    heading !== undefined && block.kind === 'code' && /^\s*[A-Z]{3,7} \S{1,2000} HTTP\/\S{1,9}\s*$/.test(block.text)
  );
}

function isTemplate(unit: Named): boolean {
  return isLine(unit) && unit.endpoint.operation.path.includes('{');
}
