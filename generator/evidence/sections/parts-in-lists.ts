import type { Block, ListItem, ProseBlock } from '../../pages/page.ts';

/** An item that is a label and nothing else, and what stands on the lines below it: `Data:`. */
const labelAlone = /^[*_]{0,3}([A-Z][A-Za-z ]{2,40}?)[*_]{0,3}:[*_]{0,3}\s{0,3}(?:\n([^]{1,3000}))?$/;

const ofAnswer = /^(?:response|reply|answer|returns?|result)$/i;
const ofStatuses = /^(?:http )?(?:status(?: ?codes?)?|response codes?|codes?)$/i;
const ofHeaders = /^(?:response )?headers?$/i;
const ofContent = /^(?:response )?(?:data|body|content|payload)$/i;

/**
 * Blocks in which a list whose items are labels for what follows it stands as lines that do the same: `Data:` before a table, and
 * `Response:` over items for its statuses, its headers and its data. All other blocks are as they were. Gives no diagnostics.
 */
export function withPartsInLists(blocks: readonly Block[]): readonly Block[] {
  let isAnswer = false;
  return blocks.flatMap((block, index): readonly Block[] => {
    const next = blocks[index + 1];
    if (block.kind === 'code' && isAnswer && blocks[index - 1]?.kind === 'table') return dataBehind(block) ?? [block];
    const parted = block.kind === 'prose' && block.items ? partsOf(block, block.items, next) : undefined;
    if (parted) isAnswer = block.kind === 'prose' && (block.items ?? []).some(isParted);
    else if (block.kind !== 'table') isAnswer = false;
    return parted ?? [block];
  });
}

function labelOf({ text }: ListItem): { readonly label: string; readonly rest: string } | undefined {
  const [, label, rest = ''] = labelAlone.exec(text.trim()) ?? [];
  return label === undefined ? undefined : { label, rest };
}

/** Whether an item is the label of an answer, each item within which is the label of a part of it. */
function isParted(item: ListItem): boolean {
  const label = labelOf(item);
  if (!label || !ofAnswer.test(label.label) || label.rest !== '' || item.items.length === 0) return false;
  return item.items.every((inner) => {
    const part = labelOf(inner)?.label ?? '';
    return ofStatuses.test(part) || ofHeaders.test(part) || ofContent.test(part);
  });
}

function partsOf(block: ProseBlock, items: readonly ListItem[], next: Block | undefined): readonly Block[] | undefined {
  const last = items.at(-1);
  const label = last && last.items.length + last.blocks.length === 0 ? labelOf(last) : undefined;
  const opens = next?.kind === 'table' && label?.rest === '' && ofContent.test(label.label);
  if (!opens && !items.some(isParted)) return undefined;
  const found: Block[] = [];
  let plain: ListItem[] = [];
  const flush = (): void => {
    if (plain.length > 0) found.push(listOf(plain, block));
    plain = [];
  };
  for (const item of items) {
    const isOpening = opens && item === last;
    if (!isOpening && !isParted(item)) {
      plain.push(item);
      continue;
    }
    flush();
    if (isOpening) found.push(line(/^body|payload$/i.test(label?.label ?? '') ? 'Request body:' : 'Parameters:', item));
    else found.push(line('Response:', item), ...item.items.flatMap(answerPart));
  }
  flush();
  return found;
}

/** What a part of an answer is told as. */
function answerPart(item: ListItem): Block[] {
  const { label = '', rest = '' } = labelOf(item) ?? {};
  const inner = item.items.length > 0 ? [listOf(item.items, item)] : [];
  const said = rest === '' ? [] : [line(rest, item)];
  if (ofHeaders.test(label)) return [line('Response headers:', item), ...said, ...inner, ...item.blocks];
  return [...(ofContent.test(label) ? [line('Response:', item)] : []), ...said, ...inner, ...item.blocks];
}

/** The label of the data of an answer in what is set in so far behind a table that it is code. */
function dataBehind(block: Extract<Block, { readonly kind: 'code' }>): Block[] | undefined {
  const [, label = '', rest = ''] = /^[-*+] ([A-Z][a-z ]{2,30}):\s{0,9}([^]{0,2000})$/.exec(block.text.trim()) ?? [];
  if (!ofContent.test(label) || /[{[]/.test(rest)) return undefined;
  const said = rest.trim().replaceAll(/\n\s{1,20}/g, '\n');
  return [line('Response:', block), ...(said === '' ? [] : [line(said, block)])];
}

function line(text: string, { location }: Pick<Block, 'location'>): ProseBlock {
  return { kind: 'prose', form: 'paragraph', text, location };
}

function listOf(items: readonly ListItem[], { location }: Pick<Block, 'location'>): ProseBlock {
  const text = items.map((item) => `- ${item.text.replaceAll('\n', '\n  ')}`).join('\n');
  return { kind: 'prose', form: 'list', text, items, location: items[0]?.location ?? location };
}
