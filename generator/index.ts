// The public interface of the package; the command line is in cli.ts.
export { defineConfig } from './config.ts';
export type {
  FormatChoice,
  InferenceMode,
  OperationFilter,
  OperationPatterns,
  PackageOptions,
} from './base/options.ts';
export type { ApiConfig, GeneratorConfig, ValidatorConfig } from './config.ts';
