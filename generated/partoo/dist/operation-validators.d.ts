import type { BodyValidators } from './runtime/client.js';
/** Validators of the JSON bodies of each operation, for `createClient({ validators })`. */
export declare const operationValidators: BodyValidators;
