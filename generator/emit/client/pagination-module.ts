import { createNameScope } from '../../base/name-scope.ts';
import { limitName, type Identifier } from '../../base/names.ts';
import type { Api, Operation, PageParameter, Pagination, Schema } from '../../model/model.ts';
import { schemaIndex } from '../branch-type.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { layout, validatorNames } from '../layout.ts';
import { createModule, type Module, type FinishedModule } from '../module.ts';
import { operationAnswers } from './answers.ts';

/** Where the functions that go through pages stand. */
export const paginationPath = 'src/pagination.ts';

/** An operation whose success is one page of several, and the name of the function that goes through all of them. */
export interface PagedOperation {
  readonly name: Identifier;
  readonly operation: Operation & { readonly pagination: Pagination };
  /** The way to the items of a page, where it is known. */
  readonly items: readonly string[] | undefined;
}

/** Asked for by several modules of a package. */
const paged = new WeakMap<Api, readonly PagedOperation[]>();

/** The operations of an API that have pages. */
export function pagedOperations(api: Api): readonly PagedOperation[] {
  const found = paged.get(api) ?? findPaged(api);
  paged.set(api, found);
  return found;
}

function findPaged(api: Api): PagedOperation[] {
  const index = schemaIndex(api);
  const taken = api.schemas.flatMap(({ name }) => [name, ...Object.values(validatorNames(name))]);
  const scope = createNameScope([...taken, ...api.operations.map(({ name }) => name)], 'exact');
  return api.operations.flatMap((operation): PagedOperation[] => {
    const { pagination } = operation;
    if (!pagination) return [];
    const name = scope.take(limitName(`${operation.name}Pages`), `${operation.name} pages`);
    return [{ name, operation: { ...operation, pagination }, items: pagination.items ?? listItself(index, operation) }];
  });
}

/** No steps, where the body of the success is a list. */
function listItself(index: ReturnType<typeof schemaIndex>, operation: Operation): readonly string[] | undefined {
  const successes = operationAnswers(operation).filter(({ ok }) => ok);
  const isList = (name: Identifier | undefined): boolean => {
    const seen = new Set<Schema>();
    let schema = name && index.get(name)?.schema;
    while (schema?.kind === 'reference' && !seen.has(schema)) {
      seen.add(schema);
      schema = index.get(schema.name)?.schema;
    }
    return schema?.kind === 'array';
  };
  const names = successes.flatMap(({ response }) => response.content.map(({ schema }) => schema));
  return names.length > 0 && names.every(isList) ? [] : undefined;
}

/** `src/pagination.ts`: for each operation that has pages a function that goes through them. No file where none has. */
export function paginationModule(api: Api): FinishedModule[] {
  const operations = pagedOperations(api);
  if (operations.length === 0) return [];
  const module = createModule(paginationPath);
  for (const one of operations) addPages(module, one);
  return [module.finish()];
}

function addPages(module: Module, { name, operation, items }: PagedOperation): void {
  const use = (text: string, as: 'type' | 'value'): Identifier =>
    module.use(layout.runtime('pages'), text as Identifier, as);
  const own = layout.operation(operation.name);
  const input = module.use(own, `${operation.typeStem}Input` as Identifier, 'type');
  const output = module.use(own, `${operation.typeStem}Output` as Identifier, 'type');
  const call = module.use(own, operation.name, 'value');
  const list = items && literal([...items]);
  const item = list && code`${use('ItemAt', 'type')}<${output}, ${list}>`;
  const type = item
    ? code`${use('ItemPagesFunction', 'type')}<${input}, ${output}, ${item}>`
    : code`${use('PagesFunction', 'type')}<${input}, ${output}>`;
  const given: Code[] = [code`${call}`, nextPage(operation.pagination, use), ...(list ? [list] : [])];
  const loop = list
    ? `for await (const item of ${name}.items(client, input)) console.log(item);`
    : `for await (const page of ${name}(client, input)) console.log(page);`;
  module.add({
    kind: 'const',
    name,
    docs: {
      text: `The pages of \`${operation.name}\`, each asked for when the loop comes to it${list ? '; `items` gives what is on them' : ''}.`,
      tags: [{ tag: 'example', text: `\`\`\`ts\n${loop}\n\`\`\`` }],
    },
    type,
    value: code`/* @__PURE__ */ ${use('pagesOf', 'value')}(${joinCode(given, ', ')})`,
  });
}

/** The runtime's `NextPage` of a pagination. */
function nextPage(pagination: Pagination, use: (text: string, as: 'value') => Identifier): Code {
  const more = pagination.more ? [literal([...pagination.more])] : [];
  const call = (name: string, ...given: Code[]): Code =>
    code`/* @__PURE__ */ ${use(name, 'value')}(${joinCode(given, ', ')})`;
  switch (pagination.kind) {
    case 'link':
      return code`${use('linkedPages', 'value')}`;
    case 'url':
      return call('addressedPages', literal([...pagination.path]));
    case 'cursor':
      return call('markedPages', placed(pagination.parameter), literal([...pagination.path]), ...more);
    case 'page':
      return call('numberedPages', placed(pagination.parameter), literal(pagination.start), ...more);
    case 'offset': {
      const size = pagination.size ? placed(pagination.size) : code`undefined`;
      const rest = pagination.size || more.length > 0 ? [size, ...more] : [];
      return call('offsetPages', placed(pagination.parameter), ...rest);
    }
  }
}

function placed({ in: place, name }: PageParameter): Code {
  return literal([place, name]);
}
