import { isObject, ownObject } from '../base/json.ts';
import { joinPointer } from '../base/pointer.ts';
import type { BuildContext } from './context.ts';
import { methodsOf, type OperationPlace } from './operations.ts';
import { resolvePart, type Part } from './parts.ts';

/** A request that the API sends (OAS 3.1, sections 4.8.1 and 4.8.18), as the spec has it. */
export interface WebhookPlace extends OperationPlace {
  readonly kind: 'webhook' | 'callback';
}

/**
 * The webhooks of the spec, then the callbacks of its operations, in document order. Each is called by its key, and a
 * callback by the operation it belongs to: their own operationIds often are those of what they answer.
 */
export function listWebhooks(context: BuildContext, operations: readonly OperationPlace[]): WebhookPlace[] {
  const webhooks = Object.entries(ownObject(context.spec, 'webhooks') ?? {}).flatMap(([key, value]) => {
    const item = resolvePart(context, value, joinPointer('/webhooks', key));
    return item ? placesOf(item, { kind: 'webhook', key: `${key} webhook`, path: key }) : [];
  });
  return [...webhooks, ...operations.flatMap((place) => callbacksOf(context, place))];
}

function callbacksOf(context: BuildContext, { operationId, operation }: OperationPlace): WebhookPlace[] {
  const callbacks = Object.entries(ownObject(operation.raw, 'callbacks') ?? {});
  return callbacks.flatMap(([key, value]) => {
    const callback = resolvePart(context, value, joinPointer(operation.pointer, 'callbacks', key));
    const items = Object.entries(callback?.raw ?? {}).filter(
      ([path, item]) => !path.startsWith('x-') && isObject(item),
    );
    return items.flatMap(([path, raw]) => {
      const item = resolvePart(context, raw, joinPointer(callback?.pointer ?? '', path));
      const words = [operationId, key, ...(items.length > 1 ? [path] : []), 'callback'];
      return item ? placesOf(item, { kind: 'callback', key: words.join(' '), path }) : [];
    });
  });
}

function placesOf(item: Part, called: { kind: WebhookPlace['kind']; key: string; path: string }): WebhookPlace[] {
  const found = methodsOf(item);
  const { kind, key, path } = called;
  return found.map(({ method, operation }) => ({
    kind,
    path,
    method,
    operationId: found.length > 1 ? `${method} ${key}` : key,
    statuses: Object.keys(ownObject(operation.raw, 'responses') ?? {}),
    item,
    operation,
  }));
}
