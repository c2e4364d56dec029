import { own, type JsonValue } from '../base/json.ts';
import { joinPointer, localRefPointer, pointerTokens, resolvePointer } from '../base/pointer.ts';
import { reportLoss, reportUnsupported, type BuildContext } from './context.ts';
import { emptyDocs } from './docs.ts';
import type { BuildChild, Place } from './kinds.ts';
import type { Schema } from './model.ts';

/** `$ref`: a component becomes a reference by name; any other part of the document stands in for the reference. */
export function references(context: BuildContext, { raw, pointer }: Place, child: BuildChild): Schema[] {
  const ref = own(raw, '$ref');
  if (typeof ref !== 'string') return [];
  const at = joinPointer(pointer, '$ref');
  const unknown: Schema = { kind: 'unknown', pointer, docs: emptyDocs, hedged: false };
  const target = localRefPointer(ref);
  if (target === undefined && !ref.startsWith('#')) {
    reportLoss(context, 'spec/foreign-ref', at, { ref });
    return [unknown];
  }
  const found = target === undefined ? undefined : resolvePointer(context.spec, target);
  if (target === undefined || found === undefined) {
    reportLoss(context, 'spec/dangling-ref', at, { ref });
    return [unknown];
  }
  const [first, second, key, ...deeper] = pointerTokens(target);
  const name =
    first === 'components' && second === 'schemas' && deeper.length === 0
      ? context.componentNames.get(key ?? '')
      : undefined;
  if (name) return [{ kind: 'reference', name, pointer, docs: emptyDocs, hedged: false }];
  return [inline(context, { raw: found, target, at }, child) ?? unknown];
}

function inline(
  context: BuildContext,
  { raw, target, at }: { raw: JsonValue; target: string; at: string },
  child: BuildChild,
): Schema | undefined {
  if (context.inlining.has(target) || context.budget.inlines <= 0) {
    const endless = context.inlining.has(target);
    const reason = endless ? 'it leads back to itself and has no name' : 'there are too many of its kind';
    reportUnsupported(context, at, 'the reference', reason);
    return undefined;
  }
  context.inlining.add(target);
  context.budget.inlines -= 1;
  const schema = child(raw, target);
  context.inlining.delete(target);
  return schema;
}
