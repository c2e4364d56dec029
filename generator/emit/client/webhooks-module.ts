import type { Identifier } from '../../base/names.ts';
import type { Api, MediaType, Webhook } from '../../model/model.ts';
import { code, joinCode, literal } from '../code.ts';
import { docComment, type DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { mediaClass, type MediaClass } from './media.ts';
import { payloadOf } from './webhook-payload.ts';

/** Where what the API sends is received. */
const webhooksPath = 'src/webhooks.ts';

/** A webhook or callback, and the media type that its payload is taken in. */
export interface ReceivedWebhook {
  readonly webhook: Webhook;
  readonly media: MediaType;
}

/** What is taken where there is a choice: what most is known of. */
const preferred: readonly MediaClass[] = ['json', 'any', 'form', 'text', 'multipart', 'binary'];

const rank = ({ mediaType }: MediaType): number => preferred.indexOf(mediaClass(mediaType));

/** The webhooks and callbacks of an API that carry something. */
export function receivedWebhooks(api: Api): ReceivedWebhook[] {
  return api.webhooks.flatMap((webhook) => {
    const [media] = (webhook.body?.content ?? []).toSorted((left, right) => rank(left) - rank(right));
    return media === undefined ? [] : [{ webhook, media }];
  });
}

/** Whether a package has a module of webhooks. */
export function hasWebhooks(api: Api): boolean {
  return receivedWebhooks(api).length > 0;
}

/** `src/webhooks.ts`: for each webhook and callback what receives it, and the types of all. No file where there are none. */
export function webhooksModule(api: Api): FinishedModule[] {
  const received = receivedWebhooks(api);
  if (received.length === 0) return [];
  const module = createModule(webhooksPath);
  const runtime = layout.runtime('webhooks');
  for (const one of received) addWebhook(api, module, one);
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
  return [module.finish()];
}

function addWebhook(api: Api, module: Module, { webhook, media }: ReceivedWebhook): void {
  const { name, operationId } = webhook;
  const runtime = layout.runtime('webhooks');
  const type = module.use(runtime, 'WebhookReceiver' as Identifier, 'type');
  const make = module.use(runtime, 'defineWebhook' as Identifier, 'value');
  const called = literal(webhook.kind === 'webhook' ? webhook.path : operationId.replace(/ callback$/, ''));
  const { payload, check, read } = payloadOf(api, module, media);
  const parts = [called, check, ...(read === undefined ? [] : [read])];
  module.add({
    kind: 'const',
    name,
    docs: webhookDocs(webhook),
    type: code`${type}<${called}, ${payload}>`,
    value: code`/* @__PURE__ */ ${make}(${joinCode(parts, ', ')})`,
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
