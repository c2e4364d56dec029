import type { Block, ElementBlock } from '../pages/page.ts';
import { writtenName } from './component-parameters.ts';
import { attributeText, componentRole, placeAttributes } from './component-roles.ts';

/** What a component says of how deep its value is in others: `level={1}`, `indent="2"`. */
const levelAttributes = ['level', 'depth', 'indent', 'nesting', 'nestinglevel'];

/** A component that may hold those behind it. */
interface Open {
  readonly level: number;
  readonly element: ElementBlock;
  readonly children: Block[];
}

/**
 * Blocks in which components that describe values stand in the one before them that is less deep, as their levels say
 * (`<Row name="rooms" level={0} />`, `<Row name="size" level={1} />`). The same blocks where no component has a level. Gives no diagnostics.
 */
export function withLevels(blocks: readonly Block[]): readonly Block[] {
  const inner = blocks.map((block) => {
    return block.kind === 'element' ? { ...block, children: withLevels(block.children) } : block;
  });
  if (!inner.some((block) => (levelOf(block) ?? 0) > 0)) return inner;
  const nested: Block[] = [];
  let open: Open[] = [];
  for (const block of inner) {
    const level = levelOf(block);
    if (level === undefined || block.kind !== 'element') {
      open = [];
      nested.push(block);
      continue;
    }
    open = open.filter((one) => one.level < level);
    const children: Block[] = [...block.children];
    const element = { ...block, children };
    (open.at(-1)?.children ?? nested).push(element);
    open.push({ level, element, children });
  }
  return nested;
}

/** How deep the value of a component is; 0 where it does not say, undefined for any other block. */
function levelOf(block: Block): number | undefined {
  if (block.kind !== 'element' || componentRole(block.tag) !== 'parameter') return undefined;
  const isNamed =
    writtenName(block) !== undefined || placeAttributes.some((name) => attributeText(block, name) !== undefined);
  const level = attributeText(block, ...levelAttributes) ?? '0';
  return isNamed && /^\d{1,2}$/.test(level) ? Number(level) : undefined;
}
