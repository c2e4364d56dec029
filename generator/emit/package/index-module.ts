import type { Identifier } from '../../base/names.ts';
import type { Api } from '../../model/model.ts';
import { readKind } from '../client/answers.ts';
import { isSentByItem, mediaClass, sentMedia } from '../client/media.ts';
import { namedServers } from '../client/servers.ts';
import { pagedOperations, paginationPath } from '../client/pagination-module.ts';
import { operationValidatorsPath } from '../client/validators-module.ts';
import { layout } from '../layout.ts';
import { createModule, type FinishedModule } from '../module.ts';
import { openParts } from '../open-parts.ts';
import { hasUnions } from '../unions/names.ts';
import { hasWideIntegers } from './wide-integers.ts';

interface NamedExports {
  readonly from: string;
  readonly names: readonly string[];
  readonly typeOnly?: boolean;
}

/** What a package exports beside what is named after its API. */
const ownExports: readonly NamedExports[] = [
  { from: layout.client, names: ['createClient', 'servers'] },
  { from: layout.client, names: ['ClientAuth', 'ClientConfig', 'ServerUrl'], typeOnly: true },
  { from: operationValidatorsPath, names: ['operationValidators'] },
  {
    from: layout.runtime('errors'),
    names: [
      'ApiError',
      'CredentialError',
      'DecodeError',
      'OperationError',
      'TimeoutError',
      'TransportError',
      'UnsafeHeaderError',
      'UnsafePathError',
      'ValidationError',
    ],
  },
  { from: layout.runtime('auth'), names: ['BasicCredential', 'Credential'], typeOnly: true },
  {
    from: layout.runtime('client'),
    names: [
      'ApiClient',
      'BodyValidators',
      'Call',
      'JsonCodec',
      'Layer',
      'OperationInfo',
      'RequestOptions',
      'Transport',
      'ValidationSwitches',
    ],
    typeOnly: true,
  },
  { from: layout.runtime('operation'), names: ['ApiOperation'], typeOnly: true },
  {
    from: layout.runtime('result'),
    names: [
      'ErrorOf',
      'FailureAnswer',
      'HttpStatus',
      'KnownHeaders',
      'StatusRange',
      'SuccessAnswer',
      'UndocumentedAnswer',
    ],
    typeOnly: true,
  },
  { from: layout.runtime('validation'), names: ['Issue', 'ParseResult'], typeOnly: true },
];

/** What a package exports where its operations have a use for it. */
function exportsInUse(api: Api): NamedExports[] {
  const types = api.operations.flatMap(({ body }) => body?.content.map(({ mediaType }) => mediaClass(mediaType)) ?? []);
  const multipart = layout.runtime('multipart-body');
  return [
    ...(namedServers(api).length > 0
      ? [
          { from: layout.client, names: ['serverUrl'] },
          { from: layout.client, names: ['ServerVariables'], typeOnly: true },
        ]
      : []),
    ...(types.includes('multipart')
      ? [
          { from: multipart, names: ['part'] },
          { from: multipart, names: ['BodyPart', 'FileInput', 'MultipartFields', 'PartOptions'], typeOnly: true },
        ]
      : []),
    ...streamExports(api),
    ...(pagedOperations(api).length > 0
      ? [
          { from: layout.runtime('pages'), names: ['PageError'] },
          { from: layout.runtime('pages'), names: ['ItemPagesFunction', 'PagesFunction'], typeOnly: true },
        ]
      : []),
    ...(openParts(api.schemas).length > 0
      ? [{ from: layout.runtime('open'), names: ['UnknownBranch', 'UnknownNumber', 'UnknownValue'], typeOnly: true }]
      : []),
    ...(hasWideIntegers(api) ? [{ from: layout.runtime('exact-json'), names: ['exactJson'] }] : []),
  ];
}

/** What goes with bodies that are sent or read piece by piece. */
function streamExports(api: Api): NamedExports[] {
  const answers = new Set(
    api.operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content.map(readKind))),
  );
  const sent = api.operations.flatMap(({ body }) => sentMedia(body?.content ?? []).map(({ kind }) => kind));
  const hasEvents = answers.has('events');
  return [
    ...(hasEvents
      ? [
          { from: layout.runtime('follow-events'), names: ['followEvents'] },
          { from: layout.runtime('follow-events'), names: ['FollowOptions'], typeOnly: true },
          { from: layout.runtime('event-stream'), names: ['EventStream'], typeOnly: true },
        ]
      : []),
    ...(hasEvents || answers.has('lines') || answers.has('records')
      ? [{ from: layout.runtime('item-stream'), names: ['ItemStream'], typeOnly: true }]
      : []),
    ...(answers.has('binary') ? [{ from: layout.runtime('streamed'), names: ['streamed'] }] : []),
    ...(sent.some(isSentByItem) ? [{ from: layout.runtime('item-body'), names: ['ItemBody'], typeOnly: true }] : []),
    ...(sent.includes('binary') ? [{ from: layout.runtime('upload'), names: ['streamOf'] }] : []),
  ];
}

/**
 * `src/index.ts`: all that a user of the package needs. Where a schema has a name of ours (`Issue` is a common one), the
 * schema's is exported; ours stay importable from `/client` and `/errors`.
 */
export function indexModule(api: Api): FinishedModule {
  const module = createModule(layout.index);
  const taken = new Set<string>([...api.schemas, ...api.operations].map(({ name }) => name));
  const all = [
    ...api.operations.map(({ name }) => layout.operation(name)),
    layout.schemas,
    ...(hasUnions(api) ? [layout.unions] : []),
    layout.validators,
    ...(pagedOperations(api).length > 0 ? [paginationPath] : []),
  ];
  module.add(...all.map((from) => ({ kind: 'export', from }) as const));
  for (const { from, names, typeOnly } of [...ownExports, ...exportsInUse(api)]) {
    const free = names.filter((name) => !taken.has(name)).map((name) => name as Identifier);
    if (free.length > 0) module.add({ kind: 'export', from, names: free, typeOnly: typeOnly ?? false });
  }
  return module.finish();
}
