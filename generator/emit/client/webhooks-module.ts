import type { Identifier } from '../../base/names.ts';
import type { Api, MediaType, Webhook } from '../../model/model.ts';
import { code, joinCode, literal } from '../code.ts';
import { docComment, type DocComment } from '../docs.ts';
import type { EmittedFile } from '../emitter.ts';
import { layout, validatorNames } from '../layout.ts';
import { createModule, type Module } from '../module.ts';
import { mediaClass } from './media.ts';

/** Where what the API sends is received. */
const webhooksPath = 'src/webhooks.ts';

/** A webhook or callback with a JSON payload of which there is a schema. */
export interface ReceivedWebhook {
  readonly webhook: Webhook;
  readonly payload: Identifier;
}

/** What is no JSON has nothing that could be checked. */
function isReceived({ mediaType, schema }: MediaType): boolean {
  return schema !== undefined && ['json', 'any'].includes(mediaClass(mediaType));
}

/** The webhooks and callbacks of an API that can be received. */
export function receivedWebhooks(api: Api): ReceivedWebhook[] {
  return api.webhooks.flatMap((webhook) => {
    const payload = webhook.body?.content.find(isReceived)?.schema;
    return payload === undefined ? [] : [{ webhook, payload }];
  });
}

/** Whether a package has a module of webhooks. */
export function hasWebhooks(api: Api): boolean {
  return receivedWebhooks(api).length > 0;
}

/** `src/webhooks.ts`: for each webhook and callback what receives it, and the types of all. No file where there are none. */
export function webhooksModule(api: Api): EmittedFile[] {
  const received = receivedWebhooks(api);
  if (received.length === 0) return [];
  const module = createModule(webhooksPath);
  const runtime = layout.runtime('webhooks');
  for (const one of received) addWebhook(module, one);
  const names = received.map(({ webhook }) => code`typeof ${webhook.name}`);
  const of = module.use(runtime, 'ReceivedOf' as Identifier, 'type');
  module.add(
    {
      kind: 'type',
      name: 'ReceivedWebhook' as Identifier,
      docs: { text: 'Any of them: its name, and what it carries.', tags: [] },
      type: code`${of}<${names.length > 3 ? code`\n  ${names.map((name) => code`| ${name}`)}\n` : joinCode(names, ' | ')}>`,
    },
    { kind: 'export', from: runtime, names: ['receiveAny', 'WebhookError'] as Identifier[] },
    {
      kind: 'export',
      from: runtime,
      names: [
        'ReceiveOptions',
        'SignedMessage',
        'VerifySignature',
        'WebhookReceiver',
        'WebhookRequest',
      ] as Identifier[],
      typeOnly: true,
    },
    {
      kind: 'export',
      from: layout.runtime('signatures'),
      names: ['equalInConstantTime', 'hmacSignature'] as Identifier[],
    },
  );
  return [module.print()];
}

function addWebhook(module: Module, { webhook, payload }: ReceivedWebhook): void {
  const { name, operationId } = webhook;
  const runtime = layout.runtime('webhooks');
  const type = module.use(runtime, 'WebhookReceiver' as Identifier, 'type');
  const make = module.use(runtime, 'defineWebhook' as Identifier, 'value');
  const parse = module.use(layout.validators, validatorNames(payload).parse, 'value');
  const called = literal(webhook.kind === 'webhook' ? webhook.path : operationId.replace(/ callback$/, ''));
  module.add({
    kind: 'const',
    name,
    docs: webhookDocs(webhook),
    type: code`${type}<${called}, ${module.use(layout.schemas, payload, 'type')}>`,
    value: code`/* @__PURE__ */ ${make}(${called}, ${parse})`,
  });
}

function webhookDocs({ name, kind, docs, summary, path, method }: Webhook): DocComment {
  const texts = [summary, docs.description].filter((text) => text !== undefined && text !== '');
  const where = path.replaceAll('`', "'");
  const request =
    kind === 'webhook' ? `A webhook, sent with ${method}.` : `A callback, sent with ${method} to \`${where}\`.`;
  const example = `const payload = await ${name}.receive(request, {\n  verify: hmacSignature({ secret, header: 'X-Signature' }),\n});`;
  const described = docComment({ ...docs, description: [...texts, request].join('\n\n'), examples: [] });
  return {
    text: described?.text ?? request,
    tags: [...(described?.tags ?? []), { tag: 'example', text: `\n\`\`\`ts\n${example}\n\`\`\`` }],
  };
}
