import type { Block, CodeBlock, ProseBlock } from '../../pages/page.ts';
import { namedEndpoint } from './section-endpoints.ts';

/** A comment that is an endpoint, on the first line of code, and JSON below it. */
const commented =
  /^\s{0,3}(?:\/\/|#|--|\/\*)\s{0,3}((?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)\s{1,3}\S{1,500})(?:\s{0,3}\*\/)?\s{0,3}\n(\s{0,20}[[{])/;

/**
 * Blocks in which JSON under a comment that is an endpoint (`// GET /books`) is three: the endpoint, a label that says which way
 * the JSON goes, and the JSON. A method that reads is answered with it, others send it (RFC 9110, section 9.3). All other blocks
 * are as they were. Gives no diagnostics.
 */
export function withCommentedCalls(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'code' ? (parted(block) ?? [block]) : [block]));
}

function parted(block: CodeBlock): Block[] | undefined {
  const call = commented.exec(block.text)?.[1];
  if (call === undefined) return undefined;
  const location = { document: block.location.document, line: block.textLine };
  const { language: _, ...rest } = block;
  const endpoint: CodeBlock = { ...rest, info: '', text: call, location };
  if (!namedEndpoint(endpoint)) return undefined;
  const text = /^(?:GET|HEAD|DELETE|OPTIONS)\b/.test(call) ? '**Response:**' : '**Request body:**';
  const label: ProseBlock = { kind: 'prose', form: 'paragraph', text, location };
  const from = block.text.indexOf('\n') + 1;
  const lines = block.lines && { lines: block.lines.slice(1) };
  const json: CodeBlock = { ...block, ...lines, text: block.text.slice(from), textLine: block.textLine + 1 };
  return [endpoint, label, json];
}
