import type { Identifier } from '../../base/names.ts';
import type { Api, MediaType, Operation } from '../../model/model.ts';
import { code, joinCode, objectKey, type Code } from '../code.ts';
import { layout, validatorNames } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { isVoid, operationAnswers } from './answers.ts';
import { isSentByItem, sentMedia } from './media.ts';
import { statusKey } from './plan.ts';

/** Where the map of operations to the validators of their bodies stands. */
export const operationValidatorsPath = 'src/operation-validators.ts';

/** The module that gives a client its validators. It is apart so that a client without them stays small. */
export function validatorsModule(api: Api): FinishedModule {
  const module = createModule(operationValidatorsPath);
  const type = module.use(layout.runtime('client'), 'BodyValidators' as Identifier, 'type');
  const make = module.use(layout.runtime('body-validators'), 'bodyValidators' as Identifier, 'value');
  const entries = api.operations.map(
    (operation) => code`${objectKey(operation.operationId)}: ${operationEntry(operation, module)},`,
  );
  module.add({
    kind: 'const',
    name: 'operationValidators' as Identifier,
    docs: {
      text: 'Validators of the JSON bodies of each operation, and of the items of those that are streams, for `createClient({ validators })`.',
      tags: [],
    },
    type: code`${type}`,
    value: entries.length === 0 ? code`/* @__PURE__ */ ${make}({})` : code`/* @__PURE__ */ ${make}({\n  ${entries}\n})`,
  });
  return module.finish();
}

function operationEntry(operation: Operation, module: Module): Code {
  const sent = sentMedia(operation.body?.content ?? []);
  const body = sent.flatMap(({ kind, mediaType, media }) => {
    const parse = (kind === 'json' || isSentByItem(kind)) && parser(media, module);
    return parse ? [code`${objectKey(mediaType)}: ${parse}`] : [];
  });
  const items = sent.flatMap(({ kind, mediaType, media }) => {
    if (!isSentByItem(kind) || media.schema === undefined) return [];
    return [
      code`${objectKey(mediaType)}: ${module.use(layout.runtime('item-body'), 'eachItem' as Identifier, 'value')}`,
    ];
  });
  const responses = operationAnswers(operation).flatMap(({ key, kind, response }) => {
    // some documents describe what no answer with this status has
    if (isVoid(operation, key)) return [];
    const isChecked = kind === 'json' || kind === 'events' || kind === 'lines' || kind === 'records';
    const parse = isChecked && response.content[0] && parser(response.content[0], module);
    return parse ? [code`${statusKey(key)}: ${parse}`] : [];
  });
  const members: Code[] = [];
  if (body.length > 0) members.push(code`body: { ${joinCode(body, ', ')} }`);
  if (items.length > 0) members.push(code`items: { ${joinCode(items, ', ')} }`);
  if (responses.length > 0) members.push(code`responses: { ${joinCode(responses, ', ')} }`);
  return members.length === 0 ? code`{}` : code`{ ${joinCode(members, ', ')} }`;
}

function parser({ schema }: MediaType, module: Module): Identifier | undefined {
  return schema && module.use(layout.validators, validatorNames(schema).parse, 'value');
}
