import type { Identifier } from '../../base/names.ts';
import type { Api } from '../../model/model.ts';
import { mediaClass } from '../client/media.ts';
import { operationValidatorsPath } from '../client/validators-module.ts';
import type { EmittedFile } from '../emitter.ts';
import { layout } from '../layout.ts';
import { createModule } from '../module.ts';
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
    names: ['ApiClient', 'BodyValidators', 'JsonCodec', 'RequestOptions', 'Transport', 'ValidationSwitches'],
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
    ...(types.includes('multipart')
      ? [
          { from: multipart, names: ['part'] },
          { from: multipart, names: ['BodyPart', 'FileInput', 'MultipartFields', 'PartOptions'], typeOnly: true },
        ]
      : []),
    ...(hasWideIntegers(api) ? [{ from: layout.runtime('exact-json'), names: ['exactJson'] }] : []),
  ];
}

/**
 * `src/index.ts`: all that a user of the package needs. Where a schema has a name of ours (`Issue` is a common one), the
 * schema's is exported; ours stay importable from `/client` and `/errors`.
 */
export function indexModule(api: Api): EmittedFile {
  const module = createModule(layout.index);
  const taken = new Set<string>([...api.schemas, ...api.operations].map(({ name }) => name));
  const all = [
    ...api.operations.map(({ name }) => layout.operation(name)),
    layout.schemas,
    ...(hasUnions(api) ? [layout.unions] : []),
    layout.validators,
  ];
  module.add(...all.map((from) => ({ kind: 'export', from }) as const));
  for (const { from, names, typeOnly } of [...ownExports, ...exportsInUse(api)]) {
    const free = names.filter((name) => !taken.has(name)).map((name) => name as Identifier);
    if (free.length > 0) module.add({ kind: 'export', from, names: free, typeOnly: typeOnly ?? false });
  }
  return module.print();
}
