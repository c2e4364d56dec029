import type { Block } from './page.ts';
import { rstBlocks, rstDirective } from './rst.ts';

/** How MyST begins a fence that holds a directive of an HTTP operation, or a piece of reStructuredText. */
const anyFence = /^(?:`{3,}|~{3,}|:{3,})\{(?:http:[a-z]+|eval-rst)\}/m;

const fenceInfo = /^\{(http:[a-z]+|eval-rst)\}/;

/** Whether a Markdown text holds directives in fences (`directiveBlocks`). */
export function hasDirectives(text: string): boolean {
  return anyFence.test(text);
}

/** A text whose fences of colons that hold directives are those of backticks; lines stay. Gives no diagnostics. */
export function withDirectiveFences(text: string): string {
  let open: string | undefined;
  const lines = text.split('\n').map((line) => {
    const colons = /^:{3,}/.exec(line)?.[0];
    const info = line.slice(colons?.length ?? 0).trim();
    if (colons === undefined || (open === undefined ? !fenceInfo.test(info) : info !== '')) return line;
    if (open !== undefined && colons.length < open.length) return line;
    open = open === undefined ? colons : undefined;
    return `${'`'.repeat(colons.length + 3)}${info}`;
  });
  return lines.join('\n');
}

/**
 * The blocks of a page with what directives in fences hold in the place of these (MyST, "Directives"): as reStructuredText
 * has it. Gives no diagnostics.
 */
export function directiveBlocks(blocks: readonly Block[], document: string): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'element') return [{ ...block, children: directiveBlocks(block.children, document) }];
    const [head = '', name] = block.kind === 'code' ? (fenceInfo.exec(block.info) ?? []) : [];
    if (block.kind !== 'code' || name === undefined || block.language !== undefined) return [block];
    const argument = block.info.slice(head.length).trim();
    if (name === 'eval-rst') return rstBlocks(block.text, document, block.textLine);
    return rstDirective(`.. ${name}:: ${argument}`, block.text, document, block.textLine);
  });
}
