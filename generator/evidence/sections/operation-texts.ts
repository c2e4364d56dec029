import type { Block, CodeBlock, HeadingBlock, ProseBlock } from '../../pages/page.ts';
import { blocksLocation, proseText } from '../blocks.ts';
import type { Evidence, Fact, Subject } from '../evidence.ts';
import { plainText, titleText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
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
  const { endpoint } = unit;
  const heading = unit.title ?? unit.heading;
  const place = heading?.location ?? endpoint.block.location;
  const push = (fact: Fact, location: Evidence['location']): void => {
    // what stands around a call of an operation may be about something else
    const confidence = !endpoint.isSample ? 'high' : fact.kind === 'description' ? 'low' : 'medium';
    evidence.push({ subject, fact, location, method: 'prose', confidence });
  };
  const shown = endpoint.block === heading ? endpoint.text : headingTitle(heading);
  const called = calledTitle(shown, description);
  const labelled = description.map(labelledTexts).find((one) => one !== undefined);
  const bold = shown === undefined || shown === '' ? boldLine(description) : undefined;
  const title = called ?? titleOf(shown, description, isOpening(unit));
  const other = called ? undefined : (labelled?.get('summary') ?? bold);
  const stated = other ?? title.summary ?? (called ? undefined : labelledSummary(unit));
  const summary = stated?.replace(/^\d{1,3}(?:\.\d{1,3}){0,5}[.)]?\s+(?=\D)/, '');
  if (title.name !== undefined) push({ kind: 'name', text: title.name }, title.line?.location ?? place);
  if (summary !== undefined && summary !== '') push({ kind: 'summary', text: summary }, title.line?.location ?? place);
  const introducing = introductions(unit);
  const unlabelled = description.filter(
    (block) => block !== title.line && labelledTexts(block) === undefined && !introducing.has(block),
  );
  const said = bold === undefined ? unlabelled : unlabelled.slice(1);
  const described = labelled?.get('description');
  if (described !== undefined && description[0])
    push({ kind: 'description', text: described }, description[0].location);
  const location = blocksLocation(said);
  if (location) push({ kind: 'description', text: proseText(said) }, location);
}

/** A heading that says of several operations only that they follow. */
const collective =
  /^(?:summary|overview|reference|usage|(?:(?:list of|all|available|supported|rest|http|api|the)\s){0,3}(?:api|endpoints?|methods|operations|routes|calls|resources|urls|requests))$/i;

/** The title that a heading gives the operation below it; undefined where it gives none. */
function headingTitle(heading: HeadingBlock | undefined): string | undefined {
  const title = heading && plainText(titleText(heading.text));
  return title === undefined || collective.test(title) || /^\/\S*$/.test(title) ? undefined : title;
}

/** A short line that ends in a colon, and does not say what an endpoint does. */
const announcement = /^(?![^\n]{121}|[^\n]*\bendpoint (?!takes|accepts|expects|has)\w)[^\n]*:$/i;

/** Lines that are only there for the table, list or code behind them: ``If `type` is `email`:`` */
function introductions({ parts }: OperationUnit): ReadonlySet<Block> {
  const found = parts.flatMap(({ block }, index) => {
    const next = parts[index + 1]?.block;
    const isAnnounced =
      next?.kind === 'table' || next?.kind === 'code' || (next?.kind === 'prose' && next.items !== undefined);
    return isAnnounced && block.kind === 'prose' && announcement.test(block.text.trim()) ? [block] : [];
  });
  return new Set(found);
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

/** The name and the line of what is documented under the call itself, which is taken out of the description. */
function calledTitle(shown: string | undefined, description: ProseBlock[]): Title | undefined {
  if (shown === undefined || !isSignature(description[0], shown)) return undefined;
  description.shift();
  const line = isLine(description[0]) ? description[0] : undefined;
  return {
    ...(identifier.test(shown) && { name: shown }),
    ...(line && { summary: plainText(line.text), line }),
  };
}

/** A label on a line of its own that begins an item, and what it is the label of: `- Summary`, and the text below. */
const labelLine =
  /^(?:\*\*|__)?(summary|description|operation ?id|security|tags?|deprecated)(?:\*\*|__)?:?\s{0,3}(?:\n([\s\S]*))?$/i;

/** The texts of a list each of whose items is one of an operation under its label; undefined for any other. */
function labelledTexts({ items = [] }: ProseBlock): ReadonlyMap<string, string> | undefined {
  const found = items.map(({ text }) => labelLine.exec(text.trim()));
  if (found.length === 0 || found.includes(null)) return undefined;
  const texts = found.flatMap((match) => {
    const [, label = '', text = ''] = match ?? [];
    return text.trim() === '' ? [] : [[label.toLowerCase(), text.trim()] as const];
  });
  return texts.length > 0 ? new Map(texts) : undefined;
}

/** Whether a quote is the call that the heading names, as generated clients document their methods: `> Box findBox(id)`. */
function isSignature(block: ProseBlock | undefined, title: string | undefined): boolean {
  if (block?.form !== 'quote' || title === undefined || !/^[\w$.-]{2,200}$/.test(title)) return false;
  const text = plainText(block.text);
  return text.startsWith(`${title}(`) || text.includes(` ${title}(`);
}

/** A paragraph that is one line, without the full stop of a text of several sentences. */
function isLine(block: ProseBlock | undefined): boolean {
  return block?.form === 'paragraph' && block.text.length <= 200 && !/\n|[.!?]\s\S/.test(block.text.trim());
}

/** Indented text below the call that the heading names, which only Markdown takes for code; undefined for code. */
export function indentedParagraph({ unit, description }: Reading, block: CodeBlock): ProseBlock | undefined {
  const title = unit.heading && plainText(unit.heading.text);
  const isIndented = block.language === undefined && block.textLine === block.location.line;
  const isText = /^[\p{Lu}\p{Lo}*`_([]/u.test(block.text.trim()) && !/^[[{]\s*["[{\]}]/.test(block.text.trim());
  if (!isIndented || !isText || !description.some((one) => isSignature(one, title))) return undefined;
  const text = block.text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return { kind: 'prose', form: 'paragraph', text, location: block.location };
}

/** A few words that are no note: `List the boxes`. */
const isShort = /^(?![*_[:]{0,3}(?:note|tip|warning|important|caution|info|deprecated|heads)\b)[^\n:]{1,150}$/i;

/** The first paragraph where it is all in bold, or a quote, and short: the title of an operation whose heading is its endpoint. */
function boldLine([first]: Reading['description']): string | undefined {
  if (first?.form === 'quote' && isShort.test(first.text.trim())) return plainText(first.text);
  const [, text] = first?.form === 'paragraph' ? (/^\*\*([^*\n]{1,150})\*\*$/.exec(first.text.trim()) ?? []) : [];
  return text?.endsWith(':') ? undefined : text;
}

/** What stands under a heading `Summary`. */
function labelledSummary({ parts }: OperationUnit): string | undefined {
  const part = parts.find(({ section, block }) => block.kind === 'prose' && /^summary\W?$/i.test(section.title));
  return part?.block.kind === 'prose' && part.block.text.length < 200 ? plainText(part.block.text) : undefined;
}
