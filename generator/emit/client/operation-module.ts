import type { Identifier } from '../../base/names.ts';
import type { Api, Operation } from '../../model/model.ts';
import { code, joinCode, type Code } from '../code.ts';
import type { DocComment, DocTag } from '../docs.ts';
import { layout } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { bodyType, headersType, operationAnswers, statusType, type Answer } from './answers.ts';
import { callExample } from './call-example.ts';
import { addInputTypes } from './input.ts';
import { operationPlan } from './plan.ts';

/** The module of one operation: the types of what it takes and gives, and the function that calls it. */
export function operationModule(api: Api, operation: Operation): FinishedModule {
  const module = createModule(layout.operation(operation.name));
  const { name, typeStem } = operation;
  const answers = operationAnswers(operation);
  const input = addInputTypes(operation, module);
  const output = `${typeStem}Output` as Identifier;
  const result = `${typeStem}Result` as Identifier;
  const about = (what: string): DocComment => ({ text: `${what} \`${name}\`.`, tags: [] });
  module.add(
    { kind: 'type', name: output, docs: about('The success body of'), type: outputType(operation, answers, module) },
    { kind: 'type', name: result, docs: about('Every answer of'), type: resultType(operation, answers, module) },
    {
      kind: 'const',
      name,
      docs: operationDocs(api, operation, answers),
      type: operationType([input, output, result], module),
      value: code`/* @__PURE__ */ ${module.use(layout.runtime('operation'), 'defineOperation' as Identifier, 'value')}(${operationPlan(api, operation, answers, module)})`,
    },
  );
  return module.finish();
}

/** `ApiOperation<Input, Output, Result>`, one a line where they are long. */
function operationType(parts: readonly (Code | Identifier)[], module: Module): Code {
  const type = module.use(layout.runtime('operation'), 'ApiOperation' as Identifier, 'type');
  const line = code`${type}<${joinCode(parts, ', ')}>`;
  return line.length <= 80 ? line : code`${type}<\n  ${joinCode(parts, ',\n')}\n>`;
}

/** What a call resolves with: the bodies of all successes; nothing where each of them is without body. */
function outputType(operation: Operation, answers: readonly Answer[], module: Module): Code {
  const types = [...new Set(answers.filter(({ ok }) => ok).map((answer) => bodyType(operation, answer, module)))];
  if (types.length === 0) return code`unknown`;
  return types.every((type) => type === 'undefined') ? code`void` : joinCode(types, ' | ');
}

function resultType(operation: Operation, answers: readonly Answer[], module: Module): Code {
  const use = (name: string): Identifier => module.use(layout.runtime('result'), name as Identifier, 'type');
  const statuses = answers.map((answer) => statusType(answer, answers, module));
  const arms = answers.map((answer, index) => {
    const parts = [statuses[index] ?? code`never`, bodyType(operation, answer, module)];
    const headers = headersType(answer, module);
    if (headers) parts.push(headers);
    return code`| ${use(answer.ok ? 'SuccessAnswer' : 'FailureAnswer')}<${joinCode(parts, ', ')}>`;
  });
  const known = statuses.length === 0 ? code`never` : joinCode(statuses, ' | ');
  arms.push(code`| ${use('UndocumentedAnswer')}<${known}>`);
  return code`\n  ${arms}`;
}

function operationDocs(api: Api, operation: Operation, answers: readonly Answer[]): DocComment {
  const { docs, summary } = operation;
  const texts = [summary, docs.description].filter((text) => text !== undefined && text !== '');
  const request = `\`${operation.method} ${operation.path.replaceAll('`', "'")}\``;
  const tags: DocTag[] = [];
  const [server] = operation.servers ?? [];
  if (server) tags.push({ tag: 'remarks', text: `It has a server of its own: ${server.url}` });
  const scopes = [...new Set(operation.security.flatMap((all) => all.flatMap((one) => one.scopes)))];
  if (scopes.length > 0) tags.push({ tag: 'remarks', text: `Scopes: ${scopes.join(', ')}.` });
  if (docs.uncertain.length > 0) tags.push({ tag: 'remarks', text: `Uncertain: ${docs.uncertain.join('; ')}.` });
  if (operation.unsentBody) {
    const text = `The documents give this request a body, which \`fetch\` cannot send with ${operation.method}.`;
    tags.push({ tag: 'remarks', text });
  }
  const failures = answers.filter(({ ok, key, response }) => !ok && key === response.status.toUpperCase());
  for (const { key, response } of failures) {
    tags.push({ tag: 'throws', text: `ApiError ${key}: ${response.docs.description ?? ''}`.trimEnd() });
  }
  tags.push({ tag: 'example', text: `\n\`\`\`ts\n${callExample(api, operation)}\n\`\`\`` });
  if (docs.deprecated) tags.push({ tag: 'deprecated', text: '' });
  return { text: [...new Set([...texts, request])].join('\n\n'), tags };
}
