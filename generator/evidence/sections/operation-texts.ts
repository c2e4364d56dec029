import { blocksLocation, proseText } from '../blocks.ts';
import type { ProseBlock } from '../../pages/page.ts';
import type { Evidence, Fact, Subject } from '../evidence.ts';
import { plainText, titleText } from './markup.ts';
import type { Reading } from './operation-fields.ts';
import type { OperationUnit } from './units.ts';

/** A title that is a name of code, in mixed case or of several parts: `getBoxes`, `boxes.list`, `get_boxes`. */
const identifier = /^[a-z][a-z\d]{0,60}(?:[A-Z][A-Za-z\d]{0,60}|[._][A-Za-z\d]{1,60}){1,12}$/;

/** A line that ends in such a name: `List all boxes (getBoxes)`. */
const titleWithName = /^(?:(\S[^\n]{0,200}?)\s)?\(([A-Za-z][\w.-]{1,100})\)$/;

/** What a page calls an operation. */
interface Title {
  readonly summary?: string | undefined;
  /** The name in code. */
  readonly name?: string;
  /** The line that says so. */
  readonly line?: ProseBlock;
}

/**
 * Summary and description: the heading without the endpoint, and the prose before the first part with a role; where the heading is a name
 * of code, the first line is the summary. Gives no diagnostics.
 */
export function addTexts({ unit, operation, description, evidence }: Reading): void {
  const subject: Subject = { kind: 'operation', operation };
  const { heading, endpoint } = unit;
  const place = heading?.location ?? endpoint.block.location;
  const push = (fact: Fact, location: Evidence['location']): void => {
    evidence.push({ subject, fact, location, method: 'prose', confidence: 'high' });
  };
  const shown = endpoint.block === heading ? endpoint.text : heading && plainText(titleText(heading.text));
  const title = titleOf(shown, description, isOpening(unit));
  const summary = (title.summary ?? labelledSummary(unit))?.replace(/^\d{1,3}(?:\.\d{1,3}){0,5}[.)]?\s+(?=\D)/, '');
  if (title.name !== undefined) push({ kind: 'name', text: title.name }, title.line?.location ?? place);
  if (summary !== undefined && summary !== '') push({ kind: 'summary', text: summary }, title.line?.location ?? place);
  const said = description.filter((block) => block !== title.line);
  const location = blocksLocation(said);
  if (location) push({ kind: 'description', text: proseText(said) }, location);
}

/** Whether a paragraph stands under no heading that calls it the description. */
function isOpening({ parts }: OperationUnit): (line: ProseBlock) => boolean {
  return (line) =>
    !parts.some(({ block, section }) => block === line && /^(?:description|notes)\W?$/i.test(section.title));
}

function titleOf(
  shown: string | undefined,
  description: readonly ProseBlock[],
  opens: (line: ProseBlock) => boolean,
): Title {
  const [line, ...others] = description;
  const text = line?.form === 'paragraph' ? line.text.trim() : '';
  if (shown === undefined) {
    const [, summary, name] = titleWithName.exec(text) ?? [];
    return line && name !== undefined && identifier.test(name)
      ? { ...(summary !== undefined && { summary: plainText(summary) }), name, line }
      : {};
  }
  if (!identifier.test(shown)) return { summary: shown };
  // a sentence that is all there is describes it
  const isShort = others.length > 0 ? text.length <= 120 : text.length <= 80 && !text.endsWith('.');
  const isLine = text !== '' && isShort && !text.includes('\n');
  return line && isLine && opens(line) ? { summary: plainText(text), name: shown, line } : { name: shown };
}

/** What stands under a heading `Summary`. */
function labelledSummary({ parts }: OperationUnit): string | undefined {
  const part = parts.find(({ section, block }) => block.kind === 'prose' && /^summary\W?$/i.test(section.title));
  return part?.block.kind === 'prose' && part.block.text.length < 200 ? plainText(part.block.text) : undefined;
}
