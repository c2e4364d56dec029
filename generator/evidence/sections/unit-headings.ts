import type { HeadingBlock } from '../../pages/page.ts';
import { isSection, type Section } from './outline.ts';
import { ownEndpoints, sameOperation } from './own-endpoints.ts';
import { namedEndpoint, type NamedEndpoint } from './section-endpoints.ts';

/** Headings that name no operation: what stands under them is about what the heading above names. */
const saysNothing =
  /^(?:(?:quick |key |basic |general )?(?:overview|facts|summary|details|info(?:rmation)?)|general|basics|introduction|about|description|synopsis|usage|reference|at a glance|specification|in short|endpoints?|(?:request |http )?syntax|api (?:calls?|requests?|endpoints?|urls?))$/i;

/**
 * The heading over a section that has none, or one that says nothing, where no other section below it names another operation; undefined
 * for any other. Gives no diagnostics.
 */
export function soleHeading(section: Section, parent: Section | undefined): HeadingBlock | undefined {
  // a line that only names the endpoint, set apart as a heading half a level below
  const isLine = section.depth % 1 !== 0 && section.heading !== undefined && namesOnly(section.heading);
  const isNamed = section.heading !== undefined && !saysNothing.test(section.title) && !isLine;
  if (isNamed || !parent?.heading || namedEndpoint(parent.heading)) return undefined;
  const own = ownEndpoints(section);
  const others = parent.parts.filter((part) => isSection(part) && part !== section && namesOther(part, own));
  return others.length === 0 ? parent.heading : undefined;
}

/** Whether a section names an operation that is none of some. */
function namesOther(section: Section, some: readonly NamedEndpoint[]): boolean {
  return ownEndpoints(section).some((one) => !some.some((other) => sameOperation(one, other)));
}

function namesOnly(heading: HeadingBlock): boolean {
  const endpoint = namedEndpoint(heading);
  return endpoint !== undefined && endpoint.text === undefined;
}
