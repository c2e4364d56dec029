import type { Identifier } from '../../base/names.ts';
import type { Api } from '../../model/model.ts';
import { operationValidatorsPath } from '../client/validators-module.ts';
import type { EmittedFile } from '../emitter.ts';
import { layout } from '../layout.ts';
import { createModule } from '../module.ts';
import { namedUnions } from '../unions/names.ts';

interface RuntimeExport {
  readonly module: string;
  readonly names: readonly string[];
  readonly typeOnly?: boolean;
}

/** What of the runtime a package exports. The model keeps these names free. */
export const runtimeExports: readonly RuntimeExport[] = [
  {
    module: 'errors',
    names: ['ApiError', 'DecodeError', 'TransportError', 'UnsafeHeaderError', 'UnsafePathError', 'ValidationError'],
  },
  { module: 'auth', names: ['BasicCredential', 'Credential'], typeOnly: true },
  {
    module: 'client',
    names: ['ApiClient', 'OperationValidator', 'RequestOptions', 'ValidationSwitches'],
    typeOnly: true,
  },
  { module: 'operation', names: ['ApiOperation'], typeOnly: true },
  {
    module: 'result',
    names: ['FailureAnswer', 'HttpStatus', 'StatusRange', 'SuccessAnswer', 'UndocumentedAnswer'],
    typeOnly: true,
  },
  { module: 'validation', names: ['Issue', 'ParseResult'], typeOnly: true },
];

/** `src/index.ts`: all that a user of the package needs. */
export function indexModule(api: Api): EmittedFile {
  const module = createModule(layout.index);
  const modules = [
    layout.client,
    ...api.operations.map(({ name }) => layout.operation(name)),
    layout.schemas,
    ...(namedUnions(api).length > 0 ? [layout.unions] : []),
    layout.validators,
    operationValidatorsPath,
  ];
  module.add(
    ...modules.map((from) => ({ kind: 'export', from }) as const),
    ...runtimeExports.map(
      ({ module: name, names, typeOnly }) =>
        ({
          kind: 'export',
          from: layout.runtime(name),
          names: names.map((one) => one as Identifier),
          typeOnly: typeOnly ?? false,
        }) as const,
    ),
  );
  return module.print();
}
