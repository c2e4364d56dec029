// The public interface of the package; the command line is in cli.ts.
export { defineConfig } from './config.ts';
export type { ApiConfig, GeneratorConfig, InferenceMode } from './config.ts';
