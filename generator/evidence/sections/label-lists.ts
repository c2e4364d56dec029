import type { Location } from '../../base/location.ts';
import type { ProseBlock } from '../../pages/page.ts';
import { plainText } from './markup.ts';
import { namesEndpoint } from './labelled-endpoints.ts';
import { namedEndpoint } from './section-endpoints.ts';

/** A line or item about an operation as a whole: what its label says, and a paragraph that is the line. */
export interface LabelledLine {
  readonly label: string;
  readonly value: string;
  readonly block: ProseBlock;
}

const labelled =
  /^\s{0,3}(?:\*\*|__)?([A-Z][A-Za-z -]{1,40}?)\s?(?::(?:\*\*|__)?|(?:\*\*|__)\s?:)\s{0,3}(\S.{0,2000})$/s;

const bareLabel = /^\s{0,3}(?:\*\*|__)[A-Z][A-Za-z -]{1,40}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)\s*$/;

/**
 * The lines of a paragraph, or the items of a list, of which some name the method or path of an operation, and each other one
 * says something of it behind a label (`Auth required: yes`): these others. Undefined for any other block, and where
 * something stands below an item. Gives no diagnostics.
 */
export function labelledLines(block: ProseBlock): LabelledLine[] | undefined {
  // a label alone announces what follows: `**Sample output**:`
  const pieces = piecesOf(block)?.filter(({ text }) => block.items !== undefined || !bareLabel.test(text));
  if (!pieces || pieces.length < 2 || !(namesEndpoint(block) || namedEndpoint(block))) return undefined;
  const lines = pieces.map(({ text, location }): LabelledLine | undefined => {
    const [, label = '', value = ''] = labelled.exec(text) ?? [];
    const line: ProseBlock = { kind: 'prose', form: 'paragraph', text: `**${label}**: ${value}`, location };
    return label === '' ? undefined : { label: label.toLowerCase(), value: plainText(value), block: line };
  });
  const read = lines.filter((line) => line !== undefined);
  const others = read.filter(({ block: line }) => !namesEndpoint(line) && !namedEndpoint(line));
  return read.length === pieces.length && others.length < read.length ? others : undefined;
}

function piecesOf({
  items,
  text,
  location,
}: ProseBlock): readonly { readonly text: string; readonly location: Location }[] | undefined {
  if (items) return items.every((item) => item.items.length + item.blocks.length === 0) ? items : undefined;
  const { document, line } = location;
  return text.split('\n').map((one, index) => ({ text: one.trim(), location: { document, line: line + index } }));
}

/** A paragraph without the label that says it, or the one behind it, to be a description. Gives no diagnostics. */
export function withoutLabel(block: ProseBlock): ProseBlock {
  const text = block.text.replace(
    /^(?:\*\*|__)(?:description|summary|purpose)(?:(?:\*\*\s?:|:\*\*|__\s?:|:__)(?:\s+|$)|(?:\*\*|__)$)/i,
    '',
  );
  return text === block.text ? block : { ...block, text };
}
