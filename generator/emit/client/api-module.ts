import { createNameScope } from '../../base/name-scope.ts';
import { limitName, typeName, valueName, type Identifier } from '../../base/names.ts';
import { unique } from '../../base/order.ts';
import type { Api, Operation } from '../../model/model.ts';
import { code, propertyName, type Code } from '../code.ts';
import type { DocComment } from '../docs.ts';
import { layout } from '../layout.ts';
import { createModule, type MemberDeclaration, type Module, type FinishedModule } from '../module.ts';

/** Where the operations stand as members of one object. */
const apiPath = 'src/api.ts';

/** The interface of all operations: no operation is called like this, for their names begin with a small letter. */
const everything = 'AllOperations' as Identifier;

/** The operations with one tag, or those with none. */
interface OperationGroup {
  readonly tag: string;
  /** How they are reached: `api.pets`. */
  readonly member: Identifier;
  /** The interface of what is there. */
  readonly type: Identifier;
  readonly operations: readonly Operation[];
}

/**
 * `src/api.ts`: `createApi`, which gives all operations as members of one object, by their tags, for those who look for
 * them by completion. It brings all of them along, so it is a module of its own that nothing else imports.
 */
export function apiModule(api: Api): FinishedModule {
  const module = createModule(apiPath);
  const groups = operationGroups(api);
  const loose = api.operations.filter(({ tags }) => tags.length === 0);
  for (const { tag, type, operations } of groups) {
    module.add({
      kind: 'interface',
      name: type,
      docs: { text: `The operations with the tag "${tag}".`, tags: [] },
      members: operations.map((operation) => operationMember(operation, module)),
    });
  }
  module.add({
    kind: 'interface',
    name: everything,
    docs: { text: 'All operations, by their tags; those without one stand beside the tags.', tags: [] },
    members: [
      ...groups.map(({ member, type }) => ({ name: propertyName(member), readonly: true, type: code`${type}` })),
      ...loose.map((operation) => operationMember(operation, module)),
    ],
  });
  addCreateApi(groups, loose, module);
  return module.finish();
}

/** The tags in the order in which operations name them first. */
function operationGroups(api: Api): OperationGroup[] {
  const tags = unique(api.operations.flatMap(({ tags: named }) => named));
  const loose = api.operations.filter((operation) => operation.tags.length === 0).map(({ name }) => name);
  const members = createNameScope(loose).takeAll(tags.map((tag) => ({ key: tag, wanted: valueName(tag, 'tag') })));
  const own = [everything, 'ApiClient', 'Bound'];
  const types = createNameScope([...own, ...api.operations.map(({ name }) => name)], 'exact').takeAll(
    tags.map((tag) => ({ key: tag, wanted: limitName(`${typeName(tag, 'Tag')}Operations`) })),
  );
  return tags.flatMap((tag, index) => {
    const member = members[index];
    const type = types[index];
    if (!member || !type) return [];
    return [{ tag, member, type, operations: api.operations.filter((operation) => operation.tags.includes(tag)) }];
  });
}

function operationMember(operation: Operation, module: Module): MemberDeclaration {
  const { name, docs } = operation;
  const bound = module.use(layout.runtime('bound'), 'Bound' as Identifier, 'type');
  const own = module.use(layout.operation(name), name, 'value');
  return {
    name: propertyName(name),
    docs: operationDocs(operation, docs.deprecated),
    readonly: true,
    type: code`${bound}<typeof ${own}>`,
  };
}

function operationDocs({ summary, method, path }: Operation, deprecated: boolean): DocComment {
  const request = `\`${method} ${path.replaceAll('`', "'")}\``;
  return {
    text: summary === undefined ? request : `${summary}\n\n${request}`,
    tags: deprecated ? [{ tag: 'deprecated', text: '' }] : [],
  };
}

function addCreateApi(groups: readonly OperationGroup[], loose: readonly Operation[], module: Module): void {
  const bind = module.use(layout.runtime('bound'), 'bind' as Identifier, 'value');
  const client = module.use(layout.runtime('client'), 'ApiClient' as Identifier, 'type');
  const bound = ({ name }: Operation): Code =>
    code`${propertyName(name)}: ${bind}(${module.use(layout.operation(name), name, 'value')}, client),`;
  const members = [
    ...groups.map(({ member, operations }) => code`${propertyName(member)}: {\n  ${operations.map(bound)}\n},`),
    ...loose.map(bound),
  ];
  const [first] = groups;
  const [operation] = first?.operations ?? loose;
  const path = [first?.member, operation?.name].filter((part) => part !== undefined);
  const example = operation ? `const api = createApi(createClient());\nawait api.${path.join('.')}(…);` : '';
  module.add({
    kind: 'function',
    name: 'createApi' as Identifier,
    docs: {
      text: 'All operations as members of one object, called without a client.',
      tags: example === '' ? [] : [{ tag: 'example', text: `\`\`\`ts\n${example}\n\`\`\`` }],
    },
    parameters: [{ name: 'client' as Identifier, type: code`${client}` }],
    returnType: code`${everything}`,
    body: members.length === 0 ? code`return {};` : code`return {\n  ${members}\n};`,
  });
}
